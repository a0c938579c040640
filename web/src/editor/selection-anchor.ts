import type { EditorState } from '@tiptap/pm/state';
import { blockAt, blockRange } from './block-position.ts';

/** Where a comment will point: a paragraph, and the chosen words or the whole paragraph. */
export interface SelectionAnchor {
  block: number;
  quote: string;
}

const longestQuote = 500;

export function selectionAnchor(state: EditorState): SelectionAnchor {
  const { from, to } = state.selection;
  const start = blockAt(state.doc, from) ?? { block: 0, offset: 0 };
  const whole = blockRange(state.doc, start.block);
  if (whole === undefined) return { block: 0, quote: '' };
  const range = from === to ? whole : { from, to: Math.min(to, whole.to) };
  return { block: start.block, quote: state.doc.textBetween(range.from, range.to, '\n', '\n').slice(0, longestQuote) };
}
