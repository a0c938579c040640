import { IconCalendar } from '@tabler/icons-react';
import { useRef } from 'react';
import { agencyToday, formatDayMonth } from '../format/dates.ts';
import { Chip, ChipSet, ChoiceChip } from '../kit/index.ts';
import { Part, type FormPartProps } from './choice-chips.tsx';
import css from './disposition-form.module.css';
import { dayOffNote, dueLabel } from './due-words.ts';

/** The choices of the server, a day of one's own, or none. */
export function DuePart({ options, draft, change }: FormPartProps) {
  const input = useRef<HTMLInputElement>(null);
  const set = (dueDate: string | null) => change((now) => ({ ...now, dueDate }));
  const isOwnDay = draft.dueDate !== null && options.dueChoices.every((choice) => choice.date !== draft.dueDate);
  const offNote = dayOffNote(draft.dueDate, options.holidays);
  const isDefault = draft.dueDate !== null && draft.dueDate === options.defaultDueDate;
  const note = draft.dueDate === null ? 'tanpa tenggat' : isDefault ? 'bawaan sifat surat' : undefined;
  return (
    <Part label="Tenggat" note={note}>
      <ChipSet>
        {options.dueChoices.map((choice) => {
          const chosen = choice.date === draft.dueDate;
          return (
            <ChoiceChip key={choice.key} selected={chosen} onSelect={() => set(chosen ? null : choice.date)}>
              {dueLabel(choice, chosen)}
            </ChoiceChip>
          );
        })}
        <span className={css['dateChip']}>
          <Chip
            selected={isOwnDay}
            label={isOwnDay ? undefined : 'Pilih tanggal'}
            onSelect={() => input.current?.showPicker()}
            icon={<IconCalendar size={18} stroke={1.8} aria-hidden="true" />}
          >
            {isOwnDay && draft.dueDate !== null ? formatDayMonth(draft.dueDate) : null}
          </Chip>
          <input
            ref={input}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            min={agencyToday()}
            max={options.latestDueDate ?? undefined}
            value={draft.dueDate ?? ''}
            onChange={(event) => set(event.target.value === '' ? null : event.target.value)}
          />
        </span>
      </ChipSet>
      {offNote === undefined ? null : <p className={css['warn']}>{offNote} Tenggat dihitung sampai akhir jam kerja.</p>}
      {options.latestDueDate === null ? null : (
        <p className={css['partNote']}>
          Paling lambat {formatDayMonth(options.latestDueDate)}, tenggat disposisi di atas.
        </p>
      )}
    </Part>
  );
}
