/** The JSON of a letter's body as Tiptap writes it, after normalisation: no empty text, no default attributes, marks in order. */
export interface LetterBody {
  type: 'doc';
  content: Block[];
}

export type Block = Paragraph | List | Table;
export type List = OrderedList | BulletList;
export type Inline = TextRun | HardBreak;
export type TextAlign = 'left' | 'center' | 'right' | 'justify';
export type MarkName = 'bold' | 'italic' | 'underline';

export interface Mark {
  type: MarkName;
}

export interface TextRun {
  type: 'text';
  text: string;
  marks?: Mark[];
}

export interface HardBreak {
  type: 'hardBreak';
}

export interface Paragraph {
  type: 'paragraph';
  attrs?: { textAlign: TextAlign };
  content?: Inline[];
}

/** The number style follows the depth (1. a. 1) a)) and is not stored; `start` is present only when it is not 1. */
export interface OrderedList {
  type: 'orderedList';
  attrs?: { start: number };
  content: ListItem[];
}

export interface BulletList {
  type: 'bulletList';
  content: ListItem[];
}

/** The first child is always a paragraph. */
export interface ListItem {
  type: 'listItem';
  content: Block[];
}

/** A first row made of `tableHeader` cells only is the head that repeats on every page. */
export interface Table {
  type: 'table';
  content: TableRow[];
}

export interface TableRow {
  type: 'tableRow';
  content: TableCell[];
}

/** Spans are present only when they are not 1; `colwidth` holds one CSS pixel width per spanned column (0: not set). */
export interface TableCell {
  type: 'tableCell' | 'tableHeader';
  attrs?: { colspan?: number; rowspan?: number; colwidth?: number[] };
  content: (Paragraph | List)[];
}

export const MARK_ORDER: readonly MarkName[] = ['bold', 'italic', 'underline'];
export const TEXT_ALIGNS: readonly TextAlign[] = ['left', 'center', 'right', 'justify'];

export const BODY_LIMITS = {
  jsonBytes: 256 * 1024,
  textLength: 60_000,
  listDepth: 6,
  tableColumns: 12,
  tableRows: 200,
  listStart: 9_999,
  columnWidthPx: 4_000,
  problems: 20,
} as const;

export type BodyProblemCode =
  | 'not_a_document'
  | 'unknown_node'
  | 'unknown_mark'
  | 'unknown_attribute'
  | 'bad_attribute'
  | 'bad_structure'
  | 'list_too_deep'
  | 'table_too_wide'
  | 'table_too_long'
  | 'table_not_rectangular'
  | 'too_large'
  | 'too_long'
  | 'unprintable';

export interface BodyProblem {
  code: BodyProblemCode;
  /** Steps from the document to the node in the value as it was given: `content/2/content/0`; empty for the document. */
  path: string;
  /** Where a person finds it: `alinea 3, kata "…"`; empty when the whole body is meant. */
  place: string;
  message: string;
}

/** The number before item `position` of the numbered list that is the `depth`-th around it, both from 1: 1. a. 1) a) (1) (a). */
export function listLabel(depth: number, position: number): string {
  const level = (depth - 1) % 6;
  const sign = level % 2 === 0 ? String(position) : letters(position);
  if (level < 2) return `${sign}.`;
  return level < 4 ? `${sign})` : `(${sign})`;
}

function letters(position: number): string {
  let rest = position;
  let out = '';
  while (rest > 0) {
    rest -= 1;
    out = String.fromCharCode(97 + (rest % 26)) + out;
    rest = Math.floor(rest / 26);
  }
  return out;
}
