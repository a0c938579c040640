import { IconArrowDown, IconArrowUp, IconLink, IconUnlink, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { CircuitStep } from '../../../server/letters/contract.ts';
import { formatShortDateTime } from '../format/dates.ts';
import { Button, IconButton } from '../kit/index.ts';
import { SearchSelect } from '../kit/search-select.tsx';
import css from './circuit-editor.module.css';
import { groupStages, renumber, statusOf } from './circuit-stages.ts';
import type { DraftContent, DraftStep } from './draft-content.ts';
import { searchDesks } from './organisation-operations.ts';
import { useWordSearch } from './use-word-search.ts';

interface CircuitEditorProps {
  content: DraftContent;
  /** "Anda" for the drafter, else the drafter's name. */
  drafterName: string;
  stored: readonly CircuitStep[];
  isLocked: boolean;
  error?: string | undefined;
  onChange: (circuit: DraftStep[]) => void;
  onPropose: () => void;
}

type Stages = DraftStep[][];

/** The order of initials: up and down, together with the one above, out, and more desks. */
export function CircuitEditor({
  content,
  drafterName,
  stored,
  isLocked,
  error,
  onChange,
  onPropose,
}: CircuitEditorProps) {
  const stages: Stages = groupStages(content.circuit).map((stage) => stage.steps);
  const set = (next: Stages) => onChange(renumber(next));

  return (
    <div className={css['editor']}>
      {error === undefined ? null : (
        <p className={css['error']} role="alert">
          {error}
        </p>
      )}
      <ol className={css['stages']} aria-label="Urutan paraf">
        <FixedStage mark="1" title="Konsep" note={drafterName} tone={isLocked ? 'ahead' : 'current'} />
        {stages.map((steps, index) => (
          <StageRow
            key={steps.map((step) => step.desk.positionId).join()}
            number={index + 2}
            steps={steps}
            stored={stored}
            isLocked={isLocked}
            isFirst={index === 0}
            isLast={index === stages.length - 1}
            onMove={(by) => set(moved(stages, index, by))}
            onJoin={() => set(joined(stages, index))}
            onSplit={() => set(split(stages, index))}
            onRemove={(positionId) =>
              set(stages.map((stage) => stage.filter((step) => step.desk.positionId !== positionId)))
            }
          />
        ))}
        <FixedStage
          mark={String(stages.length + 2)}
          title={content.signatory === null ? 'Penanda tangan belum dipilih' : content.signatory.title}
          note={
            content.signatory === null
              ? 'Pilih di bagian data naskah'
              : `Tanda tangan (TTE) · ${content.signatory.holderName ?? 'Kosong'}`
          }
          tone="ahead"
        />
      </ol>
      {isLocked ? null : (
        <>
          <AddDesk taken={takenBy(content)} onAdd={(step) => set([...stages, [step]])} />
          <Button size="small" variant="quiet" disabled={content.signatory === null} onClick={onPropose}>
            Pakai usulan alur dari susunan organisasi
          </Button>
        </>
      )}
    </div>
  );
}

function moved(stages: Stages, index: number, by: 1 | -1): Stages {
  const next = [...stages];
  const [stage] = next.splice(index, 1);
  if (stage !== undefined) next.splice(index + by, 0, stage);
  return next;
}

function joined(stages: Stages, index: number): Stages {
  return stages.flatMap((stage, at) => {
    if (at === index) return [];
    return [at === index - 1 ? [...stage, ...(stages[index] ?? [])] : stage];
  });
}

function split(stages: Stages, index: number): Stages {
  return stages.flatMap((stage, at) => (at === index ? stage.map((step) => [step]) : [stage]));
}

function takenBy(content: DraftContent): string[] {
  const signatory = content.signatory === null ? [] : [content.signatory.positionId];
  return [...content.circuit.map((step) => step.desk.positionId), ...signatory];
}

function FixedStage({ mark, title, note, tone }: { mark: string; title: string; note: string; tone: string }) {
  return (
    <li className={css['stage']}>
      <span className={css['mark']} data-tone={tone} aria-hidden="true">
        {mark}
      </span>
      <div className={css['desks']}>
        <div className={css['title']}>{title}</div>
        <div className={css['note']}>{note}</div>
      </div>
    </li>
  );
}

interface StageRowProps {
  number: number;
  steps: readonly DraftStep[];
  stored: readonly CircuitStep[];
  isLocked: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onJoin: () => void;
  onSplit: () => void;
  onRemove: (positionId: string) => void;
}

const icon = { size: 18, stroke: 1.8 } as const;

function StageRow(props: StageRowProps) {
  const { number, steps, stored, isLocked, onRemove } = props;
  return (
    <li className={css['stage']} data-parallel={steps.length > 1 ? '' : undefined}>
      <span className={css['mark']} aria-hidden="true">
        {number}
      </span>
      <div className={css['desks']}>
        {steps.length > 1 ? <div className={css['together']}>Paraf serentak</div> : null}
        {steps.map((step) => (
          <div key={step.desk.positionId} className={css['desk']}>
            <div className={css['deskText']}>
              <div className={css['title']}>{step.desk.title}</div>
              <StepNote step={step} stored={statusOf(stored, step.desk.positionId)} />
            </div>
            {isLocked ? null : (
              <IconButton
                label={`Keluarkan ${step.desk.title} dari alur`}
                icon={<IconX {...icon} />}
                onClick={() => onRemove(step.desk.positionId)}
              />
            )}
          </div>
        ))}
        {isLocked ? null : <StageTools {...props} />}
      </div>
    </li>
  );
}

function StageTools({ steps, isFirst, isLast, onMove, onJoin, onSplit }: StageRowProps) {
  const name = steps[0]?.desk.shortTitle ?? '';
  return (
    <div className={css['tools']}>
      <IconButton
        label={`Majukan ${name}`}
        disabled={isFirst}
        icon={<IconArrowUp {...icon} />}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={`Mundurkan ${name}`}
        disabled={isLast}
        icon={<IconArrowDown {...icon} />}
        onClick={() => onMove(1)}
      />
      {steps.length > 1 ? (
        <IconButton label="Pisah menjadi berurutan" icon={<IconUnlink {...icon} />} onClick={onSplit} />
      ) : (
        <IconButton
          label={`${name} serentak dengan yang di atasnya`}
          disabled={isFirst}
          icon={<IconLink {...icon} />}
          onClick={onJoin}
        />
      )}
    </div>
  );
}

const actingNames = { plt: 'Plt. ', plh: 'Plh. ' };

function StepNote({ step, stored }: { step: DraftStep; stored: CircuitStep | undefined }) {
  const { desk } = step;
  if (desk.holderName === null)
    return <div className={css['vacant']}>Jabatan kosong. Ganti atau keluarkan dari alur.</div>;
  const past = stored === undefined ? '' : pastOf(stored);
  return (
    <>
      <div className={css['note']}>
        {desk.actingKind === null ? '' : actingNames[desk.actingKind]}
        {desk.holderName}
      </div>
      {past === '' ? null : <div className={css['note']}>{past}</div>}
    </>
  );
}

/** What the desk did with an earlier submission. */
function pastOf({ status, actedAt, contentVersion }: CircuitStep): string {
  if (actedAt === null) return '';
  const at = formatShortDateTime(actedAt);
  if (status === 'returned') return `Dikembalikan ${at}`;
  return contentVersion === null ? `Paraf ${at}` : `Paraf ${at} · versi ${contentVersion}`;
}

function AddDesk({ taken, onAdd }: { taken: readonly string[]; onAdd: (step: DraftStep) => void }) {
  const [words, setWords] = useState('');
  const found = useWordSearch(searchDesks, words, (q) => ({ query: { q, limit: 8 } }));
  const desks = found.output?.desks ?? [];
  return (
    <SearchSelect
      label="Tambah jabatan ke alur"
      placeholder="Cari jabatan, unit, atau nama"
      words={words}
      onWords={setWords}
      pending={found.isPending && words !== ''}
      isStale={found.isStale}
      inline
      options={desks.map((desk) => ({
        value: desk.positionId,
        label: desk.title,
        note: [desk.holderName ?? 'Kosong', desk.unitName].join(' · '),
        disabled: taken.includes(desk.positionId) || desk.holderName === null,
      }))}
      chosen={taken}
      onChoose={(option) => {
        const desk = desks.find((one) => one.positionId === option.value);
        if (desk !== undefined) onAdd({ stage: 0, kind: 'coordination', desk });
        setWords('');
      }}
    />
  );
}
