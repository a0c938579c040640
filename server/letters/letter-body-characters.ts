const TO_SPACE = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;
const NEVER_PRINTABLE = /[\p{Co}\p{Cn}\p{Cs}]/u;

/** Removes control, bidi, zero-width and other invisible characters; line breaks and tabs become one space. Not yet NFC. */
export function stripInvisible(text: string): string {
  return text.replace(TO_SPACE, ' ').replace(INVISIBLE, '');
}

export type IsPrintable = (char: string) => boolean;

/** The distinct characters of `text` that no letter can carry: private use, unassigned, lone surrogates, or refused by `isPrintable`. */
export function unprintableCharacters(text: string, isPrintable: IsPrintable): string[] {
  const found = new Set<string>();
  for (const char of text) {
    if (char >= ' ' && char <= '~') continue;
    if (NEVER_PRINTABLE.test(char) || !isPrintable(char)) found.add(char);
  }
  return [...found];
}

/** `U+0041` of a character. */
export function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The word around `char` in `text`, shortened to 30 characters, for telling a person where to look. */
export function wordAround(text: string, char: string): string {
  const word = text.split(/\s+/u).find((part) => part.includes(char)) ?? char;
  if (word.length <= 30) return word;
  const at = word.indexOf(char);
  const from = Math.max(0, Math.min(at - 14, word.length - 28));
  const middle = word.slice(from, from + 28);
  return `${from > 0 ? '…' : ''}${middle}${from + 28 < word.length ? '…' : ''}`;
}
