import { IconCheck, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CircuitStep, Letter } from '../../../server/letters/contract.ts';
import css from './circuit-strip.module.css';
import { groupStages, statusOf } from './circuit-stages.ts';
import type { DraftContent } from './draft-content.ts';

interface CircuitStripProps {
  content: DraftContent;
  letter: Letter;
  onOpen: () => void;
}

interface Point {
  key: string;
  title: string;
  note: string;
  tone: 'done' | 'current' | 'ahead';
}

const mostPoints = 3;

/** "Dr. Hj. Nurhayati Usman, S.H." gives "N. Usman". */
function shortName(name: string): string {
  const words = (name.split(',')[0] ?? '').split(/\s+/u).filter((word) => word !== '' && !word.endsWith('.'));
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last === undefined ? (words[0] ?? name) : `${words[0]?.charAt(0) ?? ''}. ${last}`;
}

function toneOf(statuses: readonly (CircuitStep['status'] | undefined)[]): Point['tone'] {
  if (statuses.every((status) => status === 'initialled')) return 'done';
  return statuses.includes('open') ? 'current' : 'ahead';
}

function pointsOf(content: DraftContent, stored: readonly CircuitStep[]): Point[] {
  const points = groupStages(content.circuit).map(({ stage, steps }): Point => {
    const [first] = steps;
    const isAlone = steps.length === 1;
    return {
      key: String(stage),
      title: steps.map((step) => step.desk.shortTitle).join(' + '),
      note: isAlone ? shortName(first?.desk.holderName ?? 'Kosong') : 'paraf serentak',
      tone: toneOf(steps.map((step) => statusOf(stored, step.desk.positionId)?.status)),
    };
  });
  const { signatory } = content;
  const last: Point = {
    key: 'ttd',
    title: signatory === null ? 'Penanda tangan' : `TTE ${signatory.shortTitle}`,
    note: signatory === null ? 'Belum dipilih' : shortName(signatory.holderName ?? 'Kosong'),
    tone: 'ahead',
  };
  return [...points, last];
}

/** The way of the letter in one line; pressing it opens the whole circuit. */
export function CircuitStrip({ content, letter, onOpen }: CircuitStripProps) {
  const points = pointsOf(content, letter.circuit);
  const isDraft = letter.status === 'draft';
  const isLong = points.length > mostPoints + 1;
  const shown = isLong ? points.slice(0, mostPoints) : points.slice(0, -1);
  const last = points.at(-1);
  return (
    <button type="button" className={css['strip']} title="Buka alur paraf" aria-haspopup="dialog" onClick={onOpen}>
      <span className="only-read">Alur paraf: </span>
      <PointMark
        title="Konsep"
        note={isDraft ? 'Anda' : shortName(letter.drafter.name)}
        tone={isDraft ? 'current' : 'done'}
        mark={isDraft ? <IconPencil size={14} stroke={2} /> : <IconCheck size={14} stroke={2.4} />}
      />
      {shown.map((point, index) => (
        <PointMark
          key={point.key}
          title={point.title}
          note={point.note}
          tone={point.tone}
          mark={point.tone === 'done' ? <IconCheck size={14} stroke={2.4} /> : index + 2}
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
