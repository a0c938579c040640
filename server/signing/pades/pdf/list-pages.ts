import { isRef, nameOf, PdfMalformed, type PdfEntries, type PdfRef, type PdfValue } from './pdf-value.ts';
import type { PdfFile } from './pdf-file.ts';

export interface PdfPage {
  readonly ref: PdfRef;
  readonly entries: PdfEntries;
}

const MAX_PAGES = 20_000;

/** The pages in reading order. */
export function listPages(file: PdfFile): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const visit = (node: PdfValue, depth: number): void => {
    const entries = file.dictOf(node);
    if (!isRef(node) || entries === undefined || seen.has(node.number) || depth > 60)
      throw new PdfMalformed('Page tree');
    seen.add(node.number);
    if (nameOf(entries.get('Type')) === 'Page') pages.push({ ref: node, entries });
    else for (const kid of file.arrayOf(entries.get('Kids'))) visit(kid, depth + 1);
    if (pages.length > MAX_PAGES) throw new PdfMalformed('Too many pages');
  };
  visit(file.root.get('Pages') ?? null, 0);
  return pages;
}
