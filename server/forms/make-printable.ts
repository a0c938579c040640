import { isPrintable } from '../pdf/find-unprintable.ts';

const REPLACEMENT = '\u25a1';
const BREAK = '\u200b';
/** Longer than any word of the language. */
const LONGEST_WORD = 22;
/** Codes and numbers of letters part sooner: they stand in narrow cells. */
const LONGEST_PART = 10;
const LONG_RUN = /[^\s\u200b-]{13,}/gu;
const CODE = /[\d/._@]/u;

/**
 * Prepares every text in the data of a form for printing: characters without glyph become "□" (the words of a sender
 * cannot be corrected, and one emoji must not stop a book), and overlong words get places to break. Drawings (keys that
 * end in `Svg`) are left alone.
 */
export function makePrintable<T>(data: T): T {
  return walk(data) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key.endsWith('Svg') ? inner : walk(inner)]),
  );
}

function printable(text: string): string {
  const clean = Array.from(text.normalize('NFC').replaceAll(/\r\n?/gu, '\n').replaceAll('\t', ' '), (char) =>
    isPrintable(char) ? char : REPLACEMENT,
  ).join('');
  return clean.replaceAll(LONG_RUN, addBreaks);
}

function addBreaks(run: string): string {
  if (!CODE.test(run)) return run.length > LONGEST_WORD ? cutEvery(run, LONGEST_WORD) : run;
  const parts = run.split(/(?<=[/._@])/u);
  return parts.map((part) => (part.length > LONGEST_PART + 2 ? cutEvery(part, LONGEST_PART) : part)).join(BREAK);
}

function cutEvery(text: string, length: number): string {
  const characters = Array.from(text);
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += length) pieces.push(characters.slice(at, at + length).join(''));
  return pieces.join(BREAK);
}
