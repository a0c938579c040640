import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { Emblem } from '../shell/emblem.tsx';
import css from './public-frame.module.css';

/** The frame of the public pages: nothing of the desk, nothing to log in for. */
export function PublicFrame({
  title,
  agency = 'Lontar, persuratan elektronik',
  foot,
  brand = { to: '/periksa', name: 'Periksa keaslian surat' },
  children,
}: {
  title: string;
  agency?: string | undefined;
  foot?: ReactNode;
  /** The public service the page belongs to, and where it begins. */
  brand?: { to: '/periksa' | '/lacak'; name: string };
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Lontar`;
  }, [title]);
  return (
    <div className={css['page']}>
      <header className={css['header']}>
        <Link to={brand.to} className={css['brand']}>
          <Emblem size={36} />
          <span>
            <span className={css['name']}>{brand.name}</span>
            <span className={css['agency']}>{agency}</span>
          </span>
        </Link>
        <Link to="/" className={css['enter']}>
          <span className="only-desktop">Buka Lontar</span>
          <span className="only-phone">Masuk</span>
        </Link>
      </header>
      <main className={css['main']}>{children}</main>
      {foot === undefined ? null : <footer className={css['foot']}>{foot}</footer>}
    </div>
  );
}
