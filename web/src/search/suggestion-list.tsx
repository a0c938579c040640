import { IconFileText, IconFolder, IconHash, IconUser } from '@tabler/icons-react';
import css from './suggestion-list.module.css';
import type { Suggestion } from './use-suggestions.ts';

const looks = {
  number: { icon: IconHash, label: 'Nomor' },
  sender: { icon: IconUser, label: 'Pengirim' },
  subject: { icon: IconFileText, label: 'Surat' },
  file: { icon: IconFolder, label: 'Berkas' },
} as const;

interface SuggestionListProps {
  id: string;
  items: readonly Suggestion[];
  /** Index of the one that Enter takes; -1 for the words as typed. */
  at: number;
  onPick: (item: Suggestion) => void;
}

/** Below the search box while somebody types; the box keeps the focus and names the marked line. */
export function SuggestionList({ id, items, at, onPick }: SuggestionListProps) {
  return (
    <ul id={id} role="listbox" aria-label="Saran" className={css['list']}>
      {items.map((item, index) => {
        const { icon: Icon, label } = looks[item.kind];
        return (
          <li
            key={`${item.kind} ${item.text} ${item.path ?? ''}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={css['item']}
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(item);
            }}
          >
            <Icon size={18} stroke={1.8} aria-hidden="true" />
            <span className={css['text']}>{item.text}</span>
            <span className={css['kind']}>{label}</span>
          </li>
        );
      })}
    </ul>
  );
}
