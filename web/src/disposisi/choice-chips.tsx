import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DispositionOptions } from '../../../server/dispositions/contract.ts';
import { ChipSet, ChoiceChip, MoreChip } from '../kit/index.ts';
import { chipsOf, type DispositionDraft } from './disposition-draft.ts';
import css from './disposition-form.module.css';
import type { DispositionWriter } from './use-disposition.ts';

const instructionChips = 5;

/** What every part of the form works on. */
export interface FormPartProps {
  options: DispositionOptions;
  draft: DispositionDraft;
  change: DispositionWriter['change'];
}

export function Part({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className={css['part']} role="group" aria-label={label}>
      <div className={css['partHead']}>
        <span className={css['partLabel']}>{label}</span>
        {note === undefined ? null : <span className={css['partNote']}>{note}</span>}
      </div>
      {children}
    </div>
  );
}

export function InstructionChips({
  all,
  chosen,
  onToggle,
}: {
  all: readonly string[];
  chosen: readonly string[];
  onToggle: (wording: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? all : chipsOf(all, (one) => chosen.includes(one), instructionChips);
  return (
    <ChipSet>
      {shown.map((wording) => (
        <ChoiceChip key={wording} selected={chosen.includes(wording)} onSelect={() => onToggle(wording)}>
          {wording}
        </ChoiceChip>
      ))}
      {all.length > instructionChips ? (
        <MoreChip
          open={isOpen}
          onToggle={() => setOpen(!isOpen)}
          icon={isOpen ? undefined : <IconDots size={16} stroke={1.8} aria-hidden="true" />}
        >
          {isOpen ? 'Ringkas' : 'Lainnya'}
        </MoreChip>
      ) : null}
    </ChipSet>
  );
}
