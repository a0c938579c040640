import { IconCornerDownLeft, IconFileText, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useSuggestions } from '../search/use-suggestions.ts';
import { ControlFrame } from '../kit/field.tsx';
import { Sheet } from '../kit/sheet.tsx';
import css from './command-list.module.css';
import { useKeys } from './use-keys.ts';
import { usePlaceGroups } from './use-place-groups.ts';

const create = { to: '/konsep/baru', label: 'Buat konsep', icon: IconPlus };

/** Ctrl+K: go to a place by typing part of its name, or search the archive for the words. */
export function CommandList() {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  useKeys({ 'Ctrl+k': () => setOpen(true) });

  const places = [create, ...usePlaceGroups().flatMap((group) => group.places)];
  const matches = places.filter((place) => place.label.toLowerCase().includes(words.trim().toLowerCase()));
  const found = useSuggestions(words, open).filter(({ path }) => path !== null);
  const searches = words.trim() === '' ? 0 : 1;
  const count = matches.length + found.length + searches;

  const close = () => {
    setOpen(false);
    setWords('');
    setAt(0);
  };

  const go = (index: number) => {
    const place = matches[index];
    const entry = found[index - matches.length];
    if (place !== undefined) void navigate({ to: place.to });
    else if (entry?.path != null) void navigate({ href: entry.path });
    else if (searches === 1) void navigate({ to: '/arsip', search: { q: words.trim() } });
    close();
  };

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') go(at);
    if (step === undefined || count === 0) return;
    event.preventDefault();
    setAt((at + step + count) % count);
  };

  return (
    <Sheet open={open} onClose={close} title="Ke mana?" hasOwnFocus>
      <ControlFrame before={<IconSearch size={18} stroke={1.8} aria-hidden="true" />}>
        <input
          className={css['input']}
          data-autofocus=""
          role="combobox"
          aria-label="Nama layar atau kata pencarian"
          aria-expanded
          aria-controls="daftar-perintah"
          aria-activedescendant={`perintah-${at}`}
          placeholder="Nama layar atau kata pencarian"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </ControlFrame>
      <ul id="daftar-perintah" role="listbox" aria-label="Perintah" className={css['list']}>
        {matches.map((place, index) => (
          <li
            key={place.to}
            id={`perintah-${index}`}
            role="option"
            aria-selected={index === at}
            className={css['row']}
            onClick={() => go(index)}
          >
            <place.icon size={20} stroke={1.8} aria-hidden="true" />
            <span>{place.label}</span>
            {index === at ? <IconCornerDownLeft size={16} stroke={1.8} aria-hidden="true" /> : null}
          </li>
        ))}
        {found.map((entry, place) => {
          const index = matches.length + place;
          return (
            <li
              key={entry.path}
              id={`perintah-${index}`}
              role="option"
              aria-selected={index === at}
              className={css['row']}
              onClick={() => go(index)}
            >
              <IconFileText size={20} stroke={1.8} aria-hidden="true" />
              <span>{entry.text}</span>
              {index === at ? <IconCornerDownLeft size={16} stroke={1.8} aria-hidden="true" /> : null}
            </li>
          );
        })}
        {searches === 0 ? null : (
          <li
            id={`perintah-${count - 1}`}
            role="option"
            aria-selected={at === count - 1}
            className={css['row']}
            onClick={() => go(count - 1)}
          >
            <IconSearch size={20} stroke={1.8} aria-hidden="true" />
            <span>Cari “{words.trim()}” di arsip</span>
          </li>
        )}
      </ul>
    </Sheet>
  );
}
