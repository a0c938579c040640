import { expandWord } from './expand-word.ts';
import type { SearchQuery } from './parse-query.ts';

/** Words whose stems the query needs, in the order {@link buildTsQuery} expects. */
export function wordsToStem(query: SearchQuery): string[] {
  return [...query.words, ...query.excluded];
}

/** Postgres tsquery text, or null when the query has no words. `stems` answers {@link wordsToStem}. */
export function buildTsQuery(query: SearchQuery, stems: readonly string[]): string | null {
  const wanted = query.words.map((word, index) => {
    const forms = expandWord(word, stems[index] ?? word).map(quote);
    const isPrefix = query.isLastPrefix && index === query.words.length - 1;
    return anyOf(isPrefix ? [...forms, `${quote(word)}:*`] : forms);
  });
  const unwanted = query.excluded.map((word, index) => {
    const stem = stems[query.words.length + index] ?? word;
    return `!${anyOf([...new Set([word, stem])].map(quote))}`;
  });
  const parts = [...wanted, ...unwanted];
  return parts.length === 0 ? null : parts.join(' & ');
}

const anyOf = (forms: readonly string[]) => `(${forms.join(' | ')})`;

// Words hold letters and digits only (parseQuery), so quoting needs no escapes.
const quote = (word: string) => `'${word}'`;
