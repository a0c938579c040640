import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Duplicate } from '../../../server/registration/contract.ts';
import { formatDayMonth } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Button } from '../kit/index.ts';
import { CompareSheet, type LetterInHand } from './compare-sheet.tsx';
import css from './duplicate-banner.module.css';
import { channelWords } from './registration-values.ts';

/** "agenda 4.102" */
export function agendaName(duplicate: Pick<Duplicate, 'agendaNumber'>): string {
  return duplicate.agendaNumber === null ? 'tanpa nomor agenda' : `agenda ${formatCount(duplicate.agendaNumber)}`;
}

function reasonWords({ reason, likeness }: Duplicate): string {
  if (reason === 'same_number') return 'asal dan nomor sama';
  if (reason === 'same_file') return 'berkasnya sama persis';
  return `isi ${Math.round(likeness * 100)}% mirip`;
}

interface DuplicateBannerProps {
  duplicates: readonly Duplicate[];
  inHand: LetterInHand;
  isNotDuplicate: boolean;
  onDecide: (isNotDuplicate: boolean) => void;
}

/** A letter that may be in the book already: shown before its number is given twice. */
export function DuplicateBanner({ duplicates, inHand, isNotDuplicate, onDecide }: DuplicateBannerProps) {
  const [comparing, setComparing] = useState(false);
  const [first] = duplicates;
  if (first === undefined) return null;
  const others = duplicates.length - 1;

  if (isNotDuplicate)
    return (
      <p className={css['settled']}>
        Dinyatakan bukan duplikat {agendaName(first)}.
        <button type="button" className={css['undo']} onClick={() => onDecide(false)}>
          Urungkan
        </button>
      </p>
    );

  return (
    <section className={css['banner']} aria-label="Mungkin sudah terdaftar" data-duplicate="">
      <IconCopy size={22} stroke={1.8} aria-hidden="true" />
      <div className={css['text']}>
        <p className={css['title']}>Mungkin sudah terdaftar: {agendaName(first)}</p>
        <p className={css['note']}>
          {formatDayMonth(first.receivedAt)} {channelWords(first.channel)} · {reasonWords(first)}
          {others > 0 ? ` · dan ${others} surat lain` : ''}
        </p>
      </div>
      <div className={css['actions']}>
        <Button size="small" onClick={() => setComparing(true)}>
          Bandingkan
        </Button>
        <Button size="small" onClick={() => onDecide(true)}>
          Bukan duplikat
        </Button>
      </div>
      <CompareSheet
        open={comparing}
        onClose={() => setComparing(false)}
        duplicates={duplicates}
        inHand={inHand}
        onNotDuplicate={() => {
          setComparing(false);
          onDecide(true);
        }}
      />
    </section>
  );
}
