import type { PdfBox, PdfCharacter } from '../pdf/read-pdf-characters.ts';
import type { OcrResult } from './ocr-engine.ts';
import type { ReadWord } from './reading.ts';

/** Fewer letters than this are a stamp or a footer on a scan, not the text of a page. */
const LEAST_LETTERS = 20;

/** Words with their places from the characters of a page; null when they are too few to be its text. */
export function readTextLayer(characters: readonly PdfCharacter[]): OcrResult | null {
  const text = characters.map((character) => character.text).join('');
  if ((text.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return null;
  const words: ReadWord[] = [];
  let current: PdfCharacter[] = [];
  for (const character of [...characters, { text: ' ', box: null }]) {
    const isBlank = character.text.trim() === '';
    if (!isBlank) current.push(character);
    if (!isBlank && !character.text.endsWith('\n')) continue;
    const word = toWord(current);
    if (word) words.push(word);
    current = [];
  }
  return { words, text: tidy(text) };
}

function toWord(characters: readonly PdfCharacter[]): ReadWord | null {
  const boxes = characters.flatMap(({ box }) => (box && isOnPage(box) ? [box] : []));
  if (boxes.length === 0) return null;
  const left = Math.max(0, Math.min(...boxes.map((box) => box.left)));
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top)));
  const right = Math.min(1, Math.max(...boxes.map((box) => box.right)));
  const bottom = Math.min(1, Math.max(...boxes.map((box) => box.bottom)));
  const text = characters.map((character) => character.text.trim()).join('');
  return { text, x: left, y: top, width: right - left, height: bottom - top, confidence: 1 };
}

function isOnPage(box: PdfBox): boolean {
  return box.right > 0 && box.bottom > 0 && box.left < 1 && box.top < 1;
}

function tidy(text: string): string {
  const lines = text.split(/\r\n?|\n/u).map((line) => line.replaceAll(/\s+/gu, ' ').trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}
