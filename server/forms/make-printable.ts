import { isPrintable } from '../pdf/find-unprintable.ts';

const REPLACEMENT = '\u25a1';
const BREAK = '\u200b';
/** Longer than any word of the language; a run without a place to break would leave its cell. */
const LONGEST_RUN = 22;
const LONG_RUN = new RegExp(String.raw`[^\s\-/\u200b]{${String(LONGEST_RUN + 1)},}`, 'gu');

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
  return clean.replaceAll(LONG_RUN, (run) => Array.from(run).reduce(breakEvery, ''));
}

function breakEvery(text: string, char: string, index: number): string {
  return index > 0 && index % LONGEST_RUN === 0 ? `${text}${BREAK}${char}` : `${text}${char}`;
}
