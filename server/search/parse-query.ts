/** What a person typed into the search box, taken apart. */
export interface SearchQuery {
  /** All must occur; the last one may be the beginning of a word. */
  words: string[];
  isLastPrefix: boolean;
  excluded: string[];
  /** Must occur as written, word after word. */
  phrases: string[];
  /** The whole query looks like a letter number: a part of the number may match instead of the words. */
  number: string | null;
  /** `nomor:` and `dari:`: a part of the number or of the sender. */
  numberPart: string | null;
  sender: string | null;
}

/** Left out of the query only, by surface form: they stand in nearly every letter. */
const STOP_WORDS = new Set(
  'adalah agar akan atas atau bahwa bagi dalam dan dari dengan di guna ini itu juga ke kepada oleh pada para sebagai serta telah tersebut untuk yang'.split(
    ' ',
  ),
);

const MOST_WORDS = 12;

export function parseQuery(text: string): SearchQuery {
  const phrases: string[] = [];
  const named: Record<string, string> = {};
  const excluded: string[] = [];
  const rest = text
    .normalize('NFC')
    .replace(/[“”]/gu, '"')
    .replace(
      /(?:^|\s)(nomor|dari|pengirim):(?:"([^"]+)"|(\S+))/giu,
      (_all, name: string, quoted?: string, bare?: string) => {
        named[name.toLowerCase() === 'pengirim' ? 'dari' : name.toLowerCase()] = (quoted ?? bare ?? '').trim();
        return ' ';
      },
    )
    .replace(/"([^"]*)"/gu, (_all, phrase: string) => {
      if (wordsOf(phrase).length > 0) phrases.push(wordsOf(phrase).join(' '));
      return ' ';
    })
    .replace(/(?:^|\s)-(\S+)/gu, (_all, word: string) => {
      excluded.push(...wordsOf(word));
      return ' ';
    })
    .replace(/"/gu, ' ')
    .trim();
  const found = wordsOf(rest).slice(0, MOST_WORDS);
  const telling = found.filter((word) => !STOP_WORDS.has(word));
  const words = telling.length > 0 || phrases.length > 0 ? telling : found;
  return {
    words,
    isLastPrefix: words.length > 0 && words.at(-1) === found.at(-1) && (words.at(-1) ?? '').length >= 2,
    excluded: excluded.slice(0, MOST_WORDS),
    phrases: phrases.slice(0, 4),
    number: looksLikeNumber(rest) ? rest : null,
    numberPart: named['nomor'] ?? null,
    sender: named['dari'] ?? null,
  };
}

/** One run of letters, digits and the separators of letter numbers, with a digit; trigrams need three characters. */
function looksLikeNumber(text: string): boolean {
  return text.length >= 3 && /^[\p{L}\p{N}./-]+$/u.test(text) && /\d/u.test(text);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
