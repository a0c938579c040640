const VOWEL = /^[aeiou]/u;

/**
 * The forms under which a word may stand in the index. The Indonesian stemmer drops t and k after me- and pe- (menulis
 * -> ulis, mengirim -> irim), so a stem is tried as it is, without a leading t or k before a vowel, and with each of
 * them in front of a vowel; the word as written is always among them.
 */
export function expandWord(word: string, stem: string): string[] {
  const forms = new Set([word, stem]);
  for (const form of [word, stem]) {
    if (/^[tk]/u.test(form) && VOWEL.test(form.slice(1)) && form.length > 3) forms.add(form.slice(1));
  }
  if (VOWEL.test(stem) && stem !== word) for (const letter of ['t', 'k']) forms.add(`${letter}${stem}`);
  return [...forms];
}
