export type AddressParts = Record<string, unknown>;

function fillPath(path: string, params: AddressParts): string {
  return path.replace(/:([A-Za-z]+)/g, (_whole, name: string) => encodeURIComponent(toText(params[name])));
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fillQuery(query: AddressParts): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) search.append(name, toText(one));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** "/letters/:letterId" and its parts to "/api/letters/0193...?page=2"; empty query values are left out. */
export function buildAddress(path: string, params: AddressParts = {}, query: AddressParts = {}): string {
  return `/api${fillPath(path, params)}${fillQuery(query)}`;
}
