import type { Node } from '@tiptap/pm/model';

export interface BlockRange {
  from: number;
  to: number;
}

/** Document positions of the text of the `block`-th paragraph, counted as `bodyBlocks` counts them. */
export function blockRange(doc: Node, block: number): BlockRange | undefined {
  let seen = -1;
  let range: BlockRange | undefined;
  doc.descendants((node, position) => {
    if (range !== undefined || !node.isTextblock) return range === undefined;
    seen += 1;
    if (seen === block) range = { from: position + 1, to: position + 1 + node.content.size };
    return false;
  });
  return range;
}

/** Which paragraph a document position lies in, and how far into its text. */
export function blockAt(doc: Node, position: number): { block: number; offset: number } | undefined {
  let seen = -1;
  let found: { block: number; offset: number } | undefined;
  doc.descendants((node, start) => {
    if (found !== undefined) return false;
    if (!node.isTextblock) return true;
    seen += 1;
    if (position >= start + 1 && position <= start + 1 + node.content.size) {
      found = { block: seen, offset: position - start - 1 };
    }
    return false;
  });
  return found;
}

/** Where `quote` stands inside a paragraph; the whole paragraph when it is no longer there. */
export function quoteRange(doc: Node, block: number, quote: string): BlockRange | undefined {
  const range = blockRange(doc, block);
  if (range === undefined || quote === '') return range;
  const at = doc.textBetween(range.from, range.to, '\n', '\n').indexOf(quote);
  return at < 0 ? range : { from: range.from + at, to: range.from + at + quote.length };
}
