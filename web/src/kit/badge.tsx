import type { ReactNode } from 'react';
import css from './badge.module.css';

export type BadgeTone =
  'konsep' | 'disposisi' | 'paraf' | 'menunggu' | 'dikembalikan' | 'selesai' | 'segera' | 'diarsipkan' | 'rahasia';

interface BadgeProps {
  tone: BadgeTone;
  icon?: ReactNode;
  children: ReactNode;
}

/** A state in words with its colour; `icon` (14 px) where colour and word alone are too quiet. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={css['badge']} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}

export function BadgeRow({ children }: { children: ReactNode }) {
  return <span className={css['row']}>{children}</span>;
}

/** A figure in a pill, for tabs, rail and titles. */
export function CountPill({ children, tone = 'konsep' }: { children: ReactNode; tone?: BadgeTone }) {
  return (
    <span className={css['pill']} data-tone={tone}>
      {children}
    </span>
  );
}
