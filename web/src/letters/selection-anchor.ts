/** Where a comment will point, and where on the screen its words stand. */
export interface PaperAnchor {
  block: number;
  quote: string;
}

const longestQuote = 500;

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function paragraphOf(paper: HTMLElement, range: Range): HTMLElement | undefined {
  const paragraph = elementOf(range.startContainer)?.closest<HTMLElement>('[data-block]') ?? null;
  const isOutside = elementOf(range.commonAncestorContainer)?.closest('[data-skip]') ?? null;
  return paragraph !== null && isOutside === null && paper.contains(paragraph) ? paragraph : undefined;
}

/** The words chosen inside one paragraph of the paper; deleted words and pins are not part of the letter. */
export function anchorOfSelection(paper: HTMLElement, selection: Selection | null): PaperAnchor | undefined {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const paragraph = paragraphOf(paper, range);
  if (paragraph === undefined) return undefined;
  const within = range.cloneRange();
  if (!paragraph.contains(range.endContainer)) within.setEnd(paragraph, paragraph.childNodes.length);
  const words = within.cloneContents();
  words.querySelectorAll('[data-skip]').forEach((element) => element.remove());
  const quote = words.textContent.trim().slice(0, longestQuote);
  return quote === '' ? undefined : { block: Number(paragraph.dataset['block']), quote };
}
