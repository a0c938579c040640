import { PdfLexer } from './pdf/pdf-lexer.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import type { XrefSection } from './pdf/read-xref.ts';

type Span = readonly [number, number];

function spansOf(file: PdfFile, section: XrefSection, from: number): Span[] {
  const spans: Span[] = [[section.start, section.end]];
  for (const entry of section.entries.values()) {
    if (entry.kind !== 'plain' || entry.offset < from || entry.offset === section.start) continue;
    const { start, end } = file.objectAt(entry.offset);
    spans.push([start, end]);
  }
  return spans;
}

/** Only white space, comments and `startxref` with its number. */
function isFiller(bytes: Uint8Array, [from, to]: Span): boolean {
  const lexer = new PdfLexer(bytes.subarray(from, to));
  for (;;) {
    lexer.skipSpace();
    if (lexer.at >= lexer.bytes.length) return true;
    if (!lexer.tryWord('startxref')) return false;
    lexer.readInteger();
  }
}

function followsChain(signed: PdfFile, full: PdfFile, newer: readonly XrefSection[]): boolean {
  const older = full.sections.slice(newer.length);
  return (
    newer.every(({ start, trailer }) => start >= signed.bytes.length && !trailer.has('XRefStm')) &&
    older.length === signed.sections.length &&
    older.every(({ start }, index) => start === signed.sections[index]?.start)
  );
}

/**
 * Whether what stands behind the signed bytes is made of whole updates and nothing else: each section chains to the one
 * before, and every byte belongs to an object, a section or filler. What readers could understand in two ways is refused.
 */
export function isProperUpdate(signed: PdfFile, full: PdfFile): boolean {
  const from = signed.bytes.length;
  const newer = full.sections.slice(0, Math.max(0, full.sections.length - signed.sections.length));
  if (!followsChain(signed, full, newer)) return false;
  const spans = newer.flatMap((section) => spansOf(full, section, from)).sort((a, b) => a[0] - b[0]);
  let at = from;
  for (const [start, end] of [...spans, [full.bytes.length, full.bytes.length] as const]) {
    if (start < at || !isFiller(full.bytes, [at, start])) return false;
    at = end;
  }
  return true;
}
