import { stripInvisible } from '../../../server/letters/letter-body-characters.ts';
import { nestWordLists } from './nest-word-lists.ts';
import { declarationsOf } from './style-declarations.ts';

/** What a paste had to leave behind. */
export interface PasteLosses {
  images: number;
  links: number;
}

type MarkTag = 'strong' | 'em' | 'u';

interface Flow {
  target: Element;
  paragraph: Element | null;
  losses: PasteLosses;
}

const dropped = new Set(['STYLE', 'SCRIPT', 'META', 'LINK', 'TITLE', 'HEAD', 'TEMPLATE', 'OBJECT', 'IFRAME', 'INPUT']);
const pictures = new Set(['IMG', 'SVG', 'CANVAS', 'VIDEO', 'PICTURE']);
const headings = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const blocks = 'p,div,h1,h2,h3,h4,h5,h6,ul,ol,li,table,blockquote,pre,section,article,header,footer,hr,dl,dt,dd';

/**
 * HTML from Word, Docs or a web page, rewritten with the elements of a letter only: p, br, strong, em, u, ol, ul, li,
 * table, tr, th, td. Word's list paragraphs become real lists; headings become bold paragraphs.
 */
export function cleanPastedHtml(html: string): { html: string; losses: PasteLosses } {
  const losses: PasteLosses = { images: 0, links: 0 };
  const source = new DOMParser().parseFromString(html, 'text/html');
  nestWordLists(source.body);
  const target = document.implementation.createHTMLDocument('').body;
  writeFlow({ target, paragraph: null, losses }, source.body, []);
  return { html: target.innerHTML, losses };
}

function writeFlow(flow: Flow, parent: Node, marks: readonly MarkTag[]): void {
  for (const child of Array.from(parent.childNodes)) {
    if (child.nodeType === Node.TEXT_NODE) writeText(flow, child.textContent ?? '', marks);
    else if (child.nodeType === Node.ELEMENT_NODE) writeElement(flow, child as Element, marks);
  }
}

function writeElement(flow: Flow, element: Element, marks: readonly MarkTag[]): void {
  const tag = element.tagName.toUpperCase();
  if (dropped.has(tag)) return;
  if (pictures.has(tag)) flow.losses.images += 1;
  else if (tag === 'BR') openParagraph(flow).append(make(flow, 'br'));
  else if (tag === 'UL' || tag === 'OL') writeList(flow, element, tag);
  else if (tag === 'TABLE') writeTable(flow, element);
  else if (element.matches(blocks)) writeBlock(flow, element, headings.has(tag) ? [...marks, 'strong'] : marks);
  else writeInline(flow, element, marks);
}

/** Docs wraps whole pages into one `<b>`: an inline element around blocks carries no marks. */
function writeInline(flow: Flow, element: Element, marks: readonly MarkTag[]): void {
  if (element.tagName.toUpperCase() === 'A' && element.hasAttribute('href')) flow.losses.links += 1;
  writeFlow(flow, element, element.querySelector(blocks) ? marks : [...new Set([...marks, ...ownMarks(element)])]);
}

function writeBlock(flow: Flow, element: Element, marks: readonly MarkTag[]): void {
  flow.paragraph = null;
  if (!element.querySelector(blocks)) {
    const align = declarationsOf(element).get('text-align') ?? element.getAttribute('align');
    const paragraph = openParagraph(flow);
    if (align === 'center' || align === 'right') paragraph.setAttribute('data-align', align);
  }
  writeFlow(flow, element, marks);
  flow.paragraph = null;
}

function writeText(flow: Flow, raw: string, marks: readonly MarkTag[]): void {
  const text = stripInvisible(raw).replace(/ +/gu, ' ');
  if (text.trim() === '' && flow.paragraph === null) return;
  let home = openParagraph(flow);
  for (const mark of marks) {
    const wrapper = make(flow, mark);
    home.append(wrapper);
    home = wrapper;
  }
  home.append(text);
}

function writeList(flow: Flow, list: Element, tag: 'UL' | 'OL'): void {
  flow.paragraph = null;
  const copy = make(flow, tag.toLowerCase());
  const start = Number(list.getAttribute('start') ?? '1');
  if (tag === 'OL' && Number.isInteger(start) && start > 1) copy.setAttribute('start', String(start));
  for (const child of Array.from(list.children)) {
    const childTag = child.tagName.toUpperCase();
    if (childTag === 'UL' || childTag === 'OL') {
      writeList({ ...flow, target: copy.lastElementChild ?? addItem(flow, copy), paragraph: null }, child, childTag);
    } else {
      writeFlow({ ...flow, target: addItem(flow, copy), paragraph: null }, child, []);
    }
  }
  if (copy.childElementCount > 0) flow.target.append(copy);
}

function addItem(flow: Flow, list: Element): Element {
  const item = make(flow, 'li');
  list.append(item);
  return item;
}

/** A table inside a cell is read as its paragraphs: letters have no nested tables. */
function writeTable(flow: Flow, table: Element): void {
  flow.paragraph = null;
  const rows = Array.from(table.querySelectorAll('tr')).filter((row) => row.closest('table') === table);
  if (flow.target.closest('td,th')) {
    for (const row of rows) writeFlow(flow, row, []);
    return;
  }
  const copy = make(flow, 'table');
  for (const row of rows) {
    const line = make(flow, 'tr');
    for (const cell of Array.from(row.children)) line.append(copyCell(flow, cell));
    if (line.childElementCount > 0) copy.append(line);
  }
  if (copy.childElementCount > 0) flow.target.append(copy);
}

function copyCell(flow: Flow, cell: Element): Element {
  const copy = make(flow, cell.tagName.toUpperCase() === 'TH' ? 'th' : 'td');
  for (const name of ['colspan', 'rowspan']) {
    const span = Number(cell.getAttribute(name) ?? '1');
    if (Number.isInteger(span) && span > 1 && span <= 200) copy.setAttribute(name, String(span));
  }
  const inner: Flow = { ...flow, target: copy, paragraph: null };
  writeFlow(inner, cell, []);
  return copy;
}

const markTags: Record<string, MarkTag> = { B: 'strong', STRONG: 'strong', I: 'em', EM: 'em', U: 'u' };

/** The element's name gives a mark unless its style takes it back. */
function ownMarks(element: Element): MarkTag[] {
  const named = markTags[element.tagName.toUpperCase()];
  const style = declarationsOf(element);
  const has = (mark: MarkTag, declared: string | undefined, test: (value: string) => boolean) =>
    declared === undefined ? named === mark : test(declared);
  const line = style.get('text-decoration') ?? style.get('text-decoration-line');
  const own: MarkTag[] = [];
  if (has('strong', style.get('font-weight'), isHeavy)) own.push('strong');
  if (has('em', style.get('font-style'), (slant) => slant === 'italic')) own.push('em');
  if (has('u', line, (lines) => lines.includes('underline')) && !element.closest('a[href]')) own.push('u');
  return own;
}

function isHeavy(weight: string): boolean {
  return weight.startsWith('bold') || Number(weight) >= 600;
}

function openParagraph(flow: Flow): Element {
  if (flow.paragraph === null) {
    flow.paragraph = make(flow, 'p');
    flow.target.append(flow.paragraph);
  }
  return flow.paragraph;
}

function make(flow: Flow, tag: string): Element {
  return flow.target.ownerDocument.createElement(tag);
}
