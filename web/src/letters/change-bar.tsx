import { IconFileText, IconGitCompare } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import type { Letter, LetterVersion } from '../../../server/letters/contract.ts';
import type { BodyDiff } from '../../../server/letters/letter-body-diff.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Pager, Segmented } from '../kit/index.ts';
import type { ComparisonBase } from './choose-base.ts';
import css from './review.module.css';

export type PaperView = 'text' | 'pages';

interface ChangeBarProps {
  letter: Letter;
  latest: LetterVersion | undefined;
  base: ComparisonBase | undefined;
  diff: BodyDiff | undefined;
  view: PaperView;
  onView: (view: PaperView) => void;
  paper: RefObject<HTMLElement | null>;
}

function titleOf(letter: Letter, base: ComparisonBase | undefined): string {
  if (base === undefined) return `Naskah versi ${letter.contentVersion}`;
  if (base.because === 'initial') return 'Yang berubah sejak paraf Anda';
  if (base.because === 'turn') return 'Yang berubah sejak Anda memeriksa';
  if (base.because === 'seen') return 'Yang berubah sejak Anda membuka surat ini';
  return `Yang berubah sejak versi ${base.version.contentVersion}`;
}

function noteOf(base: ComparisonBase | undefined, latest: LetterVersion | undefined): string {
  if (base === undefined) return 'Pilih kata pada naskah untuk memberi catatan';
  if (base.actedAt !== null)
    return `Anda ${base.because === 'initial' ? 'memaraf' : 'memeriksa'} versi ${base.version.contentVersion}, ${formatShortDateTime(base.actedAt)}`;
  if (latest === undefined) return '';
  return `Versi ${latest.contentVersion} oleh ${latest.authorName}, ${formatShortDateTime(latest.createdAt)}`;
}

function ChangeCount({ diff }: { diff: BodyDiff }) {
  if (diff.inserted + diff.deleted === 0) return <>isi tidak berubah, hanya data surat</>;
  return (
    <>
      <span className={css['inserted']}>{diff.inserted} disisipkan</span>,{' '}
      <span className={css['deleted']}>{diff.deleted} dihapus</span>
    </>
  );
}

/** What the reader compares with, a walk over the changes, and the switch to the pages as they would print. */
export function ChangeBar({ letter, latest, base, diff, view, onView, paper }: ChangeBarProps) {
  const [at, setAt] = useState(1);
  const count = diff === undefined ? 0 : diff.inserted + diff.deleted;
  const Icon = base === undefined ? IconFileText : IconGitCompare;
  const note = noteOf(base, latest);

  const move = (step: 1 | -1) => {
    const next = Math.min(count, Math.max(1, at + step));
    setAt(next);
    const change = paper.current?.querySelectorAll<HTMLElement>('[data-change]')[next - 1];
    change?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    change?.focus({ preventScroll: true });
  };

  return (
    <section className={css['changes']} aria-label="Perubahan">
      <Icon size={20} stroke={1.8} aria-hidden="true" />
      <div className={css['changesText']}>
        <h2>{titleOf(letter, base)}</h2>
        <p>
          {note}
          {diff === undefined ? null : (
            <>
              {note === '' ? '' : ' · '}
              <ChangeCount diff={diff} />
            </>
          )}
        </p>
      </div>
      {count > 1 && view === 'text' ? (
        <Pager at={Math.min(at, count)} of={count} onMove={move} noun="Perubahan" />
      ) : null}
      <Segmented
        label="Tampilan naskah"
        value={view}
        onChange={onView}
        options={[
          { value: 'text', label: base === undefined ? 'Naskah' : 'Perubahan' },
          { value: 'pages', label: base === undefined ? 'PDF' : 'Bersih' },
        ]}
      />
    </section>
  );
}
