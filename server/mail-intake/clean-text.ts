// Control characters but tab and line feed, what turns reading direction or shows nothing, and halves of pairs.
const UNWANTED = /(?![\t\n])\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** Text that can be stored and shown: no NUL, no control characters, line feeds only, at most `maxCharacters`. */
export function cleanText(text: string, maxCharacters: number): string {
  const clean = text.replaceAll(/\r\n?/g, '\n').replaceAll(UNWANTED, '');
  return clean.slice(0, maxCharacters).replace(/\p{Cs}$/u, '');
}

/** One line of clean text; null when nothing is left. */
export function cleanLine(text: string | undefined, maxCharacters: number): string | null {
  const line = cleanText(text ?? '', maxCharacters)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line === '' ? null : line;
}
