import { isInEveryFace } from './font-tables.ts';

export interface Unprintable {
  readonly char: string;
  /** UTF-16 index in the text. */
  readonly index: number;
}

/** Shapes to nothing, with or without glyph: joiners, variation selectors, soft hyphen. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
const LAYOUT_CHARACTERS = new Set(['\n', '\t']);

/** Characters without a glyph in the fonts of letters; in PDF/A they would stop the typesetting. */
export function findUnprintable(text: string): Unprintable[] {
  const found: Unprintable[] = [];
  let index = 0;
  for (const char of text) {
    if (!isPrintable(char)) found.push({ char, index });
    index += char.length;
  }
  return found;
}

/** Whether one character can be printed in a letter. */
export function isPrintable(char: string): boolean {
  const codePoint = char.codePointAt(0);
  if (codePoint === undefined) return true;
  if (codePoint >= 0x20 && codePoint < 0x7f) return true;
  return LAYOUT_CHARACTERS.has(char) || IGNORABLE.test(char) || isInEveryFace(codePoint);
}
