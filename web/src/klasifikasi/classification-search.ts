export interface ClassificationSearch {
  /** The code whose panel is open. */
  kode?: string | undefined;
  q?: string | undefined;
}

/** Codes look like numbers in an address: "000.1" stays text, and so does "100". */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim() === '' ? undefined : String(value).slice(0, 100);
}

export function readClassificationSearch(search: Record<string, unknown>): ClassificationSearch {
  return { kode: textOf(search['kode']), q: textOf(search['q']) };
}
