import { Fragment } from 'react';
import css from './search-hit.module.css';

const shortestWord = 3;

function patternOf(query: string): RegExp | undefined {
  const plain = query.replace(/(?:^|\s)(?:-\S+|(?:nomor|pengirim):)/giu, ' ');
  const words = plain.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word.length >= shortestWord) ?? [];
  return words.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu');
}

/** The beginnings of words that were searched for, marked where they stand in a subject. */
export function MarkedWords({ text, query }: { text: string; query: string }) {
  const pattern = patternOf(query);
  if (pattern === undefined) return text;
  return text
    .split(pattern)
    .map((part, index) =>
      index % 2 === 1 ? <Mark key={index} text={part} /> : <Fragment key={index}>{part}</Fragment>,
    );
}

export function Mark({ text }: { text: string }) {
  return <mark className={css['mark']}>{text}</mark>;
}
