import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useRef, type SyntheticEvent } from 'react';
import { KeyHint } from '../kit/key-hint.tsx';
import css from './header.module.css';
import { useKeys } from './use-keys.ts';

/** '/' comes here from anywhere but the archive, which has a box of its own; Enter searches the archive. */
export function SearchBox() {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const inArchive = useRouterState({ select: (state) => state.location.pathname === '/arsip' });
  useKeys({ '/': inArchive ? undefined : () => input.current?.focus() });

  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    const words = input.current?.value.trim() ?? '';
    if (words !== '') void navigate({ to: '/arsip', search: { q: words } });
  };

  return (
    <form className={css['search']} role="search" onSubmit={search}>
      <IconSearch size={18} stroke={1.8} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        name="q"
        aria-label="Cari surat, nomor, atau pengirim"
        placeholder="Cari surat, nomor, atau pengirim"
        autoComplete="off"
      />
      <KeyHint>Ctrl K</KeyHint>
    </form>
  );
}
