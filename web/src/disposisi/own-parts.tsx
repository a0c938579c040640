import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { TextArea } from '../kit/index.ts';
import { changeOwn, isOwn, keyOf, ownPart, toggleInstruction, type Choice } from './disposition-draft.ts';
import { InstructionChips, type FormPartProps } from './choice-chips.tsx';
import css from './disposition-form.module.css';
import { FileField } from './file-field.tsx';

/** What one recipient is told beside or instead of the others. */
function OwnCard({ options, draft, change, choice }: FormPartProps & { choice: Choice }) {
  const key = keyOf(choice);
  const part = ownPart(draft, key);
  const set = (next: Partial<typeof part>) => change((now) => changeOwn(now, key, next));
  const instructions = part.instructions ?? draft.instructions;
  return (
    <fieldset className={css['ownCard']}>
      <legend className="only-read">Khusus untuk {choice.label}</legend>
      <div className={css['ownName']} aria-hidden="true">
        {choice.label}
      </div>
      <InstructionChips
        all={options.instructions.map((one) => one.wording)}
        chosen={instructions}
        onToggle={(wording) => set({ instructions: toggleInstruction(instructions, wording) })}
      />
      <TextArea
        label={`Catatan untuk ${choice.label}`}
        rows={2}
        maxLength={2000}
        value={part.note ?? draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      <label className={css['tick']}>
        <input
          type="checkbox"
          checked={part.isPrivate}
          onChange={(event) => set({ isPrivate: event.target.checked })}
        />
        Rahasiakan instruksi dan catatan dari penerima lain
      </label>
      <FileField
        label={`Lampiran untuk ${choice.label}`}
        files={part.files}
        onChange={(files) => set({ files: [...files] })}
      />
    </fieldset>
  );
}

export function OwnParts({ options, draft, change }: FormPartProps) {
  const own = draft.recipients.filter((one) => isOwn(ownPart(draft, keyOf(one)))).length;
  const [isOpen, setOpen] = useState(own > 0);
  const Icon = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <div className={css['own']}>
      <button type="button" className={css['ownToggle']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon size={18} stroke={1.8} aria-hidden="true" />
        Atur per penerima{own === 0 ? '' : ` · ${own} berbeda`}
      </button>
      {isOpen
        ? draft.recipients.map((choice) => (
            <OwnCard key={keyOf(choice)} options={options} draft={draft} change={change} choice={choice} />
          ))
        : null}
    </div>
  );
}
