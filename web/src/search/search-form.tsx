import { IconSearch, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { Button, IconButton } from '../kit/index.ts';
import { useKeys } from '../shell/use-keys.ts';
import css from './search-form.module.css';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions, wordsOf, type Suggestion } from './use-suggestions.ts';

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The box of the archive; Enter or "Cari" searches, '/' comes back to it, arrows walk through what is suggested. */
export function SearchForm({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  const [isTyping, setIsTyping] = useState(false);
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const items = useSuggestions(typed, isTyping && typed.trim() !== words);
  useEffect(() => setTyped(words), [words]);
  useKeys({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
  });

  const end = () => {
    setIsTyping(false);
    setAt(-1);
  };
  const pick = (item: Suggestion) => {
    end();
    if (item.path !== null) void navigate({ to: item.path });
    else onSearch(wordsOf(item));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const item = items[at];
    if (item !== undefined) pick(item);
    else {
      end();
      onSearch(typed.trim());
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && items.length > 0) {
      // The browser would empty the box as well.
      event.preventDefault();
      end();
    }
    const step = steps[event.key];
    if (step === undefined || items.length === 0) return;
    event.preventDefault();
    // One place more than there are suggestions: the words as typed.
    const places = items.length + 1;
    setAt(((at + 1 + step + places) % places) - 1);
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
          role="combobox"
          aria-label="Kata, nomor, atau pengirim"
          aria-describedby="cara-mencari"
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls="saran-arsip"
          aria-activedescendant={at === -1 ? undefined : `saran-arsip-${at}`}
          placeholder="Kata, nomor, atau pengirim"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsTyping(true);
            setAt(-1);
          }}
          onKeyDown={onKey}
          onBlur={end}
        />
        <span className={css['ways']} id="cara-mencari">
          Tambah syarat: <b>&quot;frasa tepat&quot;</b> <b>-tanpa</b> <b>nomor:</b> <b>dari:</b>
        </span>
        {typed === '' ? null : <IconButton label="Kosongkan" icon={<IconX size={18} stroke={1.8} />} onClick={clear} />}
        {items.length === 0 ? null : <SuggestionList id="saran-arsip" items={items} at={at} onPick={pick} />}
      </div>
      <div className={css['submit']}>
        <Button type="submit" variant="primary" size="large">
          Cari
        </Button>
      </div>
    </form>
  );
}
