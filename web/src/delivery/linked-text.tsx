import { Fragment } from 'react';
import css from './mailbox-screen.module.css';

const addresses = /(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/g;

/** Plain text of a mail with its addresses made into links. */
export function LinkedText({ text }: { text: string }) {
  return (
    <div className={css['text']}>
      {text.split(addresses).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} target="_blank" rel="noreferrer">
            {part}
          </a>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </div>
  );
}
