import { IconCheck, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CircuitStep } from '../../../server/letters/contract.ts';
import css from './circuit-strip.module.css';
import { groupStages, statusOf } from './circuit-stages.ts';
import type { DraftContent } from './draft-content.ts';

interface CircuitStripProps {
  content: DraftContent;
  stored: readonly CircuitStep[];
  onOpen: () => void;
}

interface Point {
  key: string;
  title: string;
  note: string;
  isDone: boolean;
}

const mostPoints = 3;

/** "Dr. Hj. Nurhayati Usman, S.H." gives "N. Usman". */
function shortName(name: string): string {
  const words = (name.split(',')[0] ?? '').split(/\s+/u).filter((word) => word !== '' && !word.endsWith('.'));
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last === undefined ? (words[0] ?? name) : `${words[0]?.charAt(0) ?? ''}. ${last}`;
}

function pointsOf(content: DraftContent, stored: readonly CircuitStep[]): Point[] {
  const points = groupStages(content.circuit).map(({ stage, steps }): Point => {
    const [first] = steps;
    const isAlone = steps.length === 1;
    return {
      key: String(stage),
      title: steps.map((step) => step.desk.shortTitle).join(' + '),
      note: isAlone ? shortName(first?.desk.holderName ?? 'Kosong') : 'paraf serentak',
      isDone: steps.every((step) => statusOf(stored, step.desk.positionId)?.status === 'initialled'),
    };
  });
  const { signatory } = content;
  const last: Point = {
    key: 'ttd',
    title: signatory === null ? 'Penanda tangan' : `TTE ${signatory.shortTitle}`,
    note: signatory === null ? 'Belum dipilih' : shortName(signatory.holderName ?? 'Kosong'),
    isDone: false,
  };
  return [...points, last];
}

/** The way of the letter in one line; pressing it opens the whole circuit. */
export function CircuitStrip({ content, stored, onOpen }: CircuitStripProps) {
  const points = pointsOf(content, stored);
  const isLong = points.length > mostPoints + 1;
  const shown = isLong ? points.slice(0, mostPoints) : points.slice(0, -1);
  const last = points.at(-1);
  return (
    <button type="button" className={css['strip']} title="Buka alur paraf" aria-haspopup="dialog" onClick={onOpen}>
      <span className="only-read">Alur paraf: </span>
      <PointMark title="Konsep" note="Anda" tone="current" mark={<IconPencil size={14} stroke={2} />} />
      {shown.map((point, index) => (
        <PointMark
          key={point.key}
          title={point.title}
          note={point.note}
          tone={point.isDone ? 'done' : 'ahead'}
          mark={point.isDone ? <IconCheck size={14} stroke={2.4} /> : index + 2}
        />
      ))}
      {isLong ? <span className={css['more']}>+{points.length - mostPoints - 1}</span> : null}
      {last === undefined ? null : (
        <PointMark title={last.title} note={last.note} tone="ahead" mark={points.length + 1} />
      )}
    </button>
  );
}

function PointMark({ title, note, tone, mark }: { title: string; note: string; tone: string; mark: ReactNode }) {
  return (
    <span className={css['point']} data-tone={tone}>
      <span className={css['mark']} aria-hidden="true">
        {mark}
      </span>
      <span className={css['text']}>
        <span className={css['title']}>{title}</span>
        <span className={css['note']}>{note}</span>
      </span>
    </span>
  );
}
