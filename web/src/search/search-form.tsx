import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { Button, IconButton } from '../kit/index.ts';
import { useKeys } from '../shell/use-keys.ts';
import css from './search-form.module.css';

/** The box of the archive; Enter or "Cari" searches, '/' comes back to it. */
export function SearchForm({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(words), [words]);
  useKeys({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
  });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  const clear = () => {
    setTyped('');
    onSearch('');
    input.current?.focus();
  };

  return (
    <form className={css['form']} role="search" aria-label="Arsip" onSubmit={submit}>
      <div className={css['box']}>
        <IconSearch size={20} stroke={1.8} aria-hidden="true" />
        <input
          ref={input}
          type="search"
          enterKeyHint="search"
          maxLength={200}
          autoComplete="off"
          aria-label="Kata, nomor, atau pengirim"
          aria-describedby="cara-mencari"
          placeholder="Kata, nomor, atau pengirim"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className={css['ways']} id="cara-mencari">
          Syarat: <b>&quot;frasa tepat&quot;</b> <b>-tanpa</b> <b>nomor:</b> <b>pengirim:</b>
        </span>
        {typed === '' ? null : <IconButton label="Kosongkan" icon={<IconX size={18} stroke={1.8} />} onClick={clear} />}
      </div>
      <div className={css['submit']}>
        <Button type="submit" variant="primary" size="large">
          Cari
        </Button>
      </div>
    </form>
  );
}
