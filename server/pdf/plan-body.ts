import { bindWords } from './bind-words.ts';
import type { BodyBlock, BodyDocument, BodyInline, BodyList, BodyParagraph } from './letter-sheet.ts';
import { planTable, type TablePlan } from './plan-table.ts';

export type InlinePlan =
  { type: 'hardBreak' } | { type: 'text'; text: string; bold: boolean; italic: boolean; underline: boolean };

export interface ParagraphPlan {
  type: 'paragraph';
  align: 'left' | 'center' | 'right' | 'justify' | null;
  content: InlinePlan[];
}

export interface ListPlan {
  type: 'list';
  ordered: boolean;
  start: number;
  items: BlockPlan[][];
}

export type BlockPlan = ParagraphPlan | ListPlan | TablePlan;

export interface BodyPlan {
  nodes: BlockPlan[];
  /** How many nodes at the end (0 or 1) may not be parted from the signature. */
  keptWithSignature: 0 | 1;
}

/** A closing paragraph of about ten lines still moves as a whole; more would leave a hole on the page before. */
const LONGEST_KEPT_TEXT = 900;

/** The body as the templates draw it: marks flattened, words bound, tables laid out on a grid. */
export function planBody(document: BodyDocument): BodyPlan {
  const nodes = withoutTrailingBlanks(document.content).map((node) => planBlock(node, TEXT_WIDTH_MM));
  const last = nodes.at(-1);
  const isKept = last !== undefined && textLength(last) <= LONGEST_KEPT_TEXT;
  return { nodes, keptWithSignature: isKept ? 1 : 0 };
}

const TEXT_WIDTH_MM = 160;
const LABEL_WIDTH_MM = 7;
const CELL_INSET_MM = 4;

function planBlock(node: BodyBlock, widthMm: number): BlockPlan {
  switch (node.type) {
    case 'paragraph':
      return planParagraph(node);
    case 'orderedList':
    case 'bulletList':
      return planList(node, widthMm);
    case 'table':
      return planTable(node, widthMm, (block, columnMm) => planBlock(block, columnMm - CELL_INSET_MM));
  }
}

function planParagraph(node: BodyParagraph): ParagraphPlan {
  return { type: 'paragraph', align: node.attrs?.textAlign ?? null, content: (node.content ?? []).map(planInline) };
}

function planInline(node: BodyInline): InlinePlan {
  if (node.type === 'hardBreak') return { type: 'hardBreak' };
  const marks = new Set(node.marks?.map((mark) => mark.type));
  return {
    type: 'text',
    text: bindWords(node.text),
    bold: marks.has('bold'),
    italic: marks.has('italic'),
    underline: marks.has('underline'),
  };
}

function planList(node: BodyList, widthMm: number): ListPlan {
  return {
    type: 'list',
    ordered: node.type === 'orderedList',
    start: node.attrs?.start ?? 1,
    items: node.content.map((item) => item.content.map((block) => planBlock(block, widthMm - LABEL_WIDTH_MM))),
  };
}

function withoutTrailingBlanks(nodes: readonly BodyBlock[]): readonly BodyBlock[] {
  let end = nodes.length;
  for (let last = nodes[end - 1]; last && isBlank(last); last = nodes[end - 1]) end -= 1;
  return nodes.slice(0, end);
}

function isBlank(node: BodyBlock): boolean {
  if (node.type !== 'paragraph') return false;
  return (node.content ?? []).every((inline) => inline.type === 'hardBreak' || inline.text.trim() === '');
}

function textLength(block: BlockPlan): number {
  if (block.type === 'table') return block.textLength;
  if (block.type === 'list') {
    return block.items.flat().reduce((sum, inner) => sum + textLength(inner), block.items.length * 40);
  }
  return block.content.reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 80), 0);
}
