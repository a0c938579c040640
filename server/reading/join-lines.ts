import type { TextRun } from './group-lines.ts';

/**
 * Lines as running text: a hyphen at a line end goes when the word goes on in small letters, and Roman numerals that
 * were read as small letters are numerals again.
 */
export function joinLines(lines: readonly TextRun[]): string {
  return lines
    .map((line) => line.text)
    .join(' ')
    .replaceAll(/(?<=\p{L})- (?=\p{Ll})/gu, '')
    .replaceAll(/(?<=\p{L})- (?=\p{Lu})/gu, '-')
    .replaceAll(/(?<=^|\s)[Il|]{2,3}(?=$|[\s,.;])/gu, (numeral) => 'I'.repeat(numeral.length))
    .trim();
}
