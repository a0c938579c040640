import { IconArrowBackUp, IconCircleCheck, IconHourglass, IconCircleDashed } from '@tabler/icons-react';
import type { CircuitStep, Letter } from '../../../server/letters/contract.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { formatDuration } from '../format/numbers.ts';
import { Timeline, TimelineItem, type TimelineTone } from '../kit/index.ts';
import css from './circuit-order.module.css';

const acting = { plt: 'Plt. ', plh: 'Plh. ' } as const;
const tones: Record<CircuitStep['status'], TimelineTone> = {
  initialled: 'step',
  returned: 'returned',
  open: 'current',
  waiting: 'ahead',
};

/** A step that is open again does not tell whether it had initialled or returned before. */
const deedNames: Record<CircuitStep['status'], string> = {
  initialled: 'Paraf',
  returned: 'Dikembalikan pada',
  open: 'Memeriksa',
  waiting: 'Memeriksa',
};

function deskName(step: CircuitStep, ownPositionId: string | undefined): string {
  const { desk } = step;
  const prefix = desk.actingKind === null ? '' : acting[desk.actingKind];
  return `${prefix}${desk.shortTitle}${desk.positionId === ownPositionId ? ' (Anda)' : ''}`;
}

function held(step: CircuitStep): string | undefined {
  if (step.openedAt === null || step.actedAt === null || step.status === 'open') return undefined;
  const ms = Date.parse(step.actedAt) - Date.parse(step.openedAt);
  return ms < 60_000 ? undefined : formatDuration(ms);
}

function LastDeed({ step }: { step: CircuitStep }) {
  if (step.actedAt === null || step.contentVersion === null) return null;
  return (
    <span>
      {deedNames[step.status]} versi {step.contentVersion} · {formatShortDateTime(step.actedAt)}
    </span>
  );
}

function Turn({ step, contentVersion }: { step: CircuitStep; contentVersion: number }) {
  if (step.status !== 'open') return null;
  return (
    <>
      {step.openedAt === null ? null : <span>Di meja sejak {formatShortDateTime(step.openedAt)}</span>}
      {step.contentVersion !== null && step.contentVersion < contentVersion ? (
        <span className={css['again']}>Diminta lagi: versi {contentVersion} berbeda</span>
      ) : null}
    </>
  );
}

function Deeds({ step, contentVersion }: { step: CircuitStep; contentVersion: number }) {
  return (
    <>
      <span className={css['who']}>{step.actedBy ?? step.desk.holderName ?? 'Jabatan kosong'}</span>
      <LastDeed step={step} />
      <Turn step={step} contentVersion={contentVersion} />
    </>
  );
}

const stepIcons = {
  initialled: IconCircleCheck,
  returned: IconArrowBackUp,
  open: IconHourglass,
  waiting: IconCircleDashed,
} as const;

function Stage({
  steps,
  letter,
  ownPositionId,
}: {
  steps: readonly CircuitStep[];
  letter: Letter;
  ownPositionId: string | undefined;
}) {
  const [only] = steps;
  if (only === undefined) return null;
  if (steps.length === 1)
    return (
      <TimelineItem title={deskName(only, ownPositionId)} tone={tones[only.status]} aside={held(only)}>
        <span className={css['lines']}>
          <Deeds step={only} contentVersion={letter.contentVersion} />
        </span>
      </TimelineItem>
    );
  const lead = steps.find((step) => step.status === 'open') ?? steps.find((step) => step.status === 'waiting') ?? only;
  return (
    <TimelineItem title="Paraf serentak" tone={tones[lead.status]}>
      <ul className={css['parallel']}>
        {steps.map((step) => {
          const Icon = stepIcons[step.status];
          return (
            <li key={step.id} data-status={step.status}>
              <Icon size={18} stroke={1.8} aria-hidden="true" />
              <span className={css['lines']}>
                <span className={css['desk']}>{deskName(step, ownPositionId)}</span>
                <Deeds step={step} contentVersion={letter.contentVersion} />
              </span>
            </li>
          );
        })}
      </ul>
    </TimelineItem>
  );
}

/** Who has initialled, who has it now and who comes after, down to the signature. */
export function CircuitOrder({ letter, ownPositionId }: { letter: Letter; ownPositionId: string | undefined }) {
  const stages = [...new Set(letter.circuit.map((step) => step.stage))].sort((left, right) => left - right);
  return (
    <section aria-label="Urutan paraf" className={css['order']}>
      <h2 className={css['title']}>Urutan paraf</h2>
      <Timeline label="Urutan paraf">
        <TimelineItem title="Konsep diajukan" tone="step">
          <span className={css['lines']}>
            <span className={css['who']}>{letter.drafter.name}</span>
            <span>
              {letter.unitName}
              {letter.submittedAt === null ? '' : ` · ${formatShortDateTime(letter.submittedAt)}`}
            </span>
          </span>
        </TimelineItem>
        {stages.map((stage) => (
          <Stage
            key={stage}
            steps={letter.circuit.filter((step) => step.stage === stage)}
            letter={letter}
            ownPositionId={ownPositionId}
          />
        ))}
        <TimelineItem title="Tanda tangan (TTE)" tone={letter.status === 'ready_to_sign' ? 'current' : 'ahead'}>
          <span className={css['lines']}>
            <span>{letter.signatory?.holderName ?? 'Jabatan kosong'}</span>
            <span>
              {letter.signatory?.title}
              {letter.onBehalfOf === null ? '' : `, a.n. ${letter.onBehalfOf.title}`}
            </span>
          </span>
        </TimelineItem>
      </Timeline>
    </section>
  );
}
