import { IconCornerDownLeft } from '@tabler/icons-react';
import type { Letter } from '../../../server/letters/contract.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Button } from '../kit/index.ts';
import css from './return-note.module.css';

/** Why the letter came back, and the way to what is to be mended. */
export function ReturnNote({ letter, openCount, onOpen }: { letter: Letter; openCount: number; onOpen: () => void }) {
  if (!letter.isReturned) return null;
  const step = letter.circuit.find((one) => one.status === 'returned');
  const who = step === undefined ? 'penanda tangan' : step.desk.title;
  const by = step?.actedBy == null ? '' : ` (${step.actedBy})`;
  const at = step?.actedAt == null ? '' : `, ${formatShortDateTime(step.actedAt)}`;
  return (
    <div className={css['note']} role="status">
      <IconCornerDownLeft size={20} stroke={1.8} aria-hidden="true" />
      <div className={css['text']}>
        <p className={css['head']}>
          Dikembalikan oleh {who}
          {by}
          {at}
        </p>
        {letter.returnReason === null || letter.returnReason === '' ? null : <p>{letter.returnReason}</p>}
      </div>
      {openCount === 0 ? null : (
        <Button size="small" onClick={onOpen}>
          Lihat {openCount} catatan
        </Button>
      )}
    </div>
  );
}
