import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { Emblem } from '../shell/emblem.tsx';
import css from './public-frame.module.css';

/** The frame of the public pages: nothing of the desk, nothing to log in for. */
export function PublicFrame({
  title,
  agency = 'Lontar, persuratan elektronik',
  foot,
  children,
}: {
  title: string;
  agency?: string | undefined;
  foot?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Lontar`;
  }, [title]);
  return (
    <div className={css['page']}>
      <header className={css['header']}>
        <Link to="/periksa" className={css['brand']}>
          <Emblem size={36} />
          <span>
            <span className={css['name']}>Periksa keaslian surat</span>
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
