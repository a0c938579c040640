import { declarationsOf } from './style-declarations.ts';

interface OpenList {
  level: number;
  list: Element;
}

/** Turns Word's list paragraphs (`mso-list: l0 level2 lfo1`) below `root` into nested ol and ul elements. */
export function nestWordLists(root: Element): void {
  let open: OpenList[] = [];
  for (const paragraph of Array.from(root.querySelectorAll('p'))) {
    const level = wordLevel(paragraph);
    if (level === undefined) continue;
    const marker = takeMarker(paragraph);
    const isContinued = open[0] !== undefined && paragraph.previousElementSibling === open[0].list;
    open = isContinued ? open.filter((one) => one.level <= level) : [];
    if (open.at(-1)?.level !== level) open.push({ level, list: beginList(paragraph, marker, open.at(-1)) });
    const item = root.ownerDocument.createElement('li');
    open.at(-1)?.list.append(item);
    item.append(paragraph);
  }
}

function wordLevel(paragraph: Element): number | undefined {
  const found = /level(\d)/u.exec(declarationsOf(paragraph).get('mso-list') ?? '');
  return found ? Number(found[1]) : undefined;
}

/** Removes the number or bullet that Word writes as text, and gives it back. */
function takeMarker(paragraph: Element): string {
  const marker = Array.from(paragraph.querySelectorAll('span')).find(
    (span) => declarationsOf(span).get('mso-list') === 'ignore',
  );
  const text = (marker?.textContent ?? '').replace(/\s/gu, '');
  marker?.remove();
  return text;
}

function beginList(paragraph: Element, marker: string, parent: OpenList | undefined): Element {
  const isNumbered = /^\(?([0-9]+|[a-z]{1,3})[.)]/iu.test(marker);
  const list = paragraph.ownerDocument.createElement(isNumbered ? 'ol' : 'ul');
  const start = Number.parseInt(marker.replace(/\D/gu, ''), 10);
  if (isNumbered && start > 1) list.setAttribute('start', String(start));
  const item = parent?.list.lastElementChild;
  if (item) item.append(list);
  else paragraph.before(list);
  return list;
}
