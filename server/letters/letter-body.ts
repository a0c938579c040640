import { readBlocks } from './letter-body-blocks.ts';
import type { IsPrintable } from './letter-body-characters.ts';
import { attributesOf, childrenOf, isRecord, report, type BodyCheck, type Spot } from './letter-body-context.ts';
import {
  BODY_LIMITS,
  type Block,
  type BodyProblem,
  type LetterBody,
  type ListItem,
  type TableCell,
  type TableRow,
} from './letter-body-nodes.ts';

export * from './letter-body-nodes.ts';
export { bodyBlocks, bodyText, countWords, type BodyBlock } from './letter-body-text.ts';
export { diffBodies, type BlockChange, type BodyDiff, type DiffSegment } from './letter-body-diff.ts';

export type BodyCheckResult = { ok: true; body: LetterBody } | { ok: false; problems: BodyProblem[] };

/**
 * Reads an untrusted value as a letter's body. On success the body is normalised: invisible characters removed, text in
 * NFC, neighbouring runs joined, default attributes and trailing blank paragraphs left out; checking it again changes nothing.
 * `isPrintable` answers for characters outside printable ASCII (default: every assigned, non-private one is printable).
 */
export function checkLetterBody(value: unknown, options: { isPrintable?: IsPrintable } = {}): BodyCheckResult {
  const check: BodyCheck = { problems: [], textLength: 0, isPrintable: options.isPrintable ?? (() => true) };
  const spot: Spot = { path: '', place: '', listDepth: 0, orderedDepth: 0, inTable: false };
  const content = readDocument(check, spot, value);
  if (check.textLength > BODY_LIMITS.textLength) {
    const limit = BODY_LIMITS.textLength.toLocaleString('id-ID');
    report(check, spot, 'too_long', `Isi naskah lebih dari ${limit} huruf. Pindahkan sebagian ke lampiran.`);
  }
  return check.problems.length > 0
    ? { ok: false, problems: check.problems }
    : { ok: true, body: { type: 'doc', content } };
}

function readDocument(check: BodyCheck, spot: Spot, value: unknown): Block[] {
  if (!isRecord(value) || value['type'] !== 'doc') {
    report(check, spot, 'not_a_document', 'Isi naskah tidak terbaca. Muat ulang halaman lalu coba lagi.');
    return [];
  }
  if (!isWithinSize(value)) {
    report(
      check,
      spot,
      'too_large',
      'Isi naskah terlalu besar (lebih dari 256 kB). Pindahkan tabel atau bagian panjang ke lampiran.',
    );
    return [];
  }
  attributesOf(check, spot, value, []);
  return withoutBlankTail(readBlocks(check, spot, childrenOf(check, spot, value) ?? []));
}

/** Serialising fails on cycles and on nesting deeper than the stack: both are too large for a letter. */
function isWithinSize(value: object): boolean {
  try {
    return new TextEncoder().encode(JSON.stringify(value)).length <= BODY_LIMITS.jsonBytes;
  } catch {
    return false;
  }
}

function withoutBlankTail(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex((block) => block.type !== 'paragraph' || block.content !== undefined);
  return last < 0 ? [{ type: 'paragraph' }] : blocks.slice(0, last + 1);
}

/** Whether nothing would be printed: no text anywhere. Such a body is allowed in a draft only. */
export function isEmptyBody(body: LetterBody): boolean {
  return body.content.every(isBlank);
}

function isBlank(node: Block | ListItem | TableRow | TableCell): boolean {
  if (node.type === 'paragraph') {
    return (node.content ?? []).every((inline) => inline.type === 'hardBreak' || inline.text.trim() === '');
  }
  return node.content.every(isBlank);
}
