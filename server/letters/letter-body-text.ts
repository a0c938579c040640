import {
  listLabel,
  type Block,
  type LetterBody,
  type List,
  type MarkName,
  type Paragraph,
  type Table,
  type TextAlign,
} from './letter-body-nodes.ts';

export interface BodyRun {
  /** A forced line break is the text `\n`. */
  text: string;
  marks: MarkName[];
}

/** One paragraph of the body with what stands around it: the unit that is compared, commented and searched. */
export interface BodyBlock {
  kind: 'paragraph' | 'item' | 'cell';
  /** Steps to the paragraph in the normalised body: `content/2/content/0/content/0`. */
  path: string;
  /** 0 outside lists. */
  listDepth: number;
  /** `1.`, `a.`, `•`; empty for an item's further paragraphs and outside lists. */
  label: string;
  align: TextAlign | null;
  cell: CellPosition | null;
  runs: BodyRun[];
  text: string;
}

/** Zero-based; `table` counts the tables of the body. */
export interface CellPosition {
  table: number;
  row: number;
  cell: number;
  isHead: boolean;
}

interface Around {
  path: string;
  listDepth: number;
  orderedDepth: number;
  label: string;
  cell: CellPosition | null;
}

/** The body's paragraphs in reading order. */
export function bodyBlocks(body: LetterBody): BodyBlock[] {
  const collector: Collector = { blocks: [], tables: 0 };
  collect(collector, body.content, { path: '', listDepth: 0, orderedDepth: 0, label: '', cell: null });
  return collector.blocks;
}

interface Collector {
  blocks: BodyBlock[];
  tables: number;
}

function collect(into: Collector, blocks: readonly Block[], around: Around): void {
  for (const [index, block] of blocks.entries()) {
    const here = { ...around, path: step(around.path, index), label: index === 0 ? around.label : '' };
    if (block.type === 'paragraph') into.blocks.push(toBlock(block, here));
    else if (block.type === 'table') collectTable(into, block, here);
    else collectList(into, block, here);
  }
}

function collectList(into: Collector, list: List, around: Around): void {
  const listDepth = around.listDepth + 1;
  const orderedDepth = around.orderedDepth + (list.type === 'orderedList' ? 1 : 0);
  const start = list.type === 'orderedList' ? (list.attrs?.start ?? 1) : 1;
  for (const [index, item] of list.content.entries()) {
    const label = list.type === 'orderedList' ? listLabel(orderedDepth, start + index) : '•';
    collect(into, item.content, { ...around, path: step(around.path, index), listDepth, orderedDepth, label });
  }
}

function collectTable(into: Collector, table: Table, around: Around): void {
  const number = into.tables;
  into.tables += 1;
  for (const [row, line] of table.content.entries()) {
    for (const [index, cell] of line.content.entries()) {
      const position = { table: number, row, cell: index, isHead: cell.type === 'tableHeader' };
      const path = step(step(around.path, row), index);
      collect(into, cell.content, { path, listDepth: 0, orderedDepth: 0, label: '', cell: position });
    }
  }
}

function toBlock(paragraph: Paragraph, around: Around): BodyBlock {
  const runs = (paragraph.content ?? []).map((inline): BodyRun =>
    inline.type === 'hardBreak'
      ? { text: '\n', marks: [] }
      : { text: inline.text, marks: (inline.marks ?? []).map((mark) => mark.type) },
  );
  return {
    kind: kindOf(around),
    path: around.path,
    listDepth: around.listDepth,
    label: around.label,
    cell: around.cell,
    align: paragraph.attrs?.textAlign ?? null,
    runs,
    text: runs.map((run) => run.text).join(''),
  };
}

function kindOf(around: Around): BodyBlock['kind'] {
  if (around.cell) return 'cell';
  return around.listDepth > 0 ? 'item' : 'paragraph';
}

function step(path: string, index: number): string {
  return path === '' ? `content/${index}` : `${path}/content/${index}`;
}

/** The plain text of the body, one paragraph a line, without list labels: what the search index reads. */
export function bodyText(body: LetterBody): string {
  return bodyBlocks(body)
    .map((block) => block.text)
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** Words that hold at least one letter or digit; list labels do not count. */
export function countWords(body: LetterBody): number {
  return bodyText(body)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
