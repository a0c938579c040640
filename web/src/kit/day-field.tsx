import { IconCalendarEvent } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { agencyToday, formatDate } from '../format/dates.ts';
import { readDay } from '../format/read-day.ts';
import { IconButton } from './button.tsx';
import css from './day-field.module.css';
import { TextField } from './field.tsx';

interface DayFieldProps {
  label: ReactNode;
  action?: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  /** YYYY-MM-DD, or empty. */
  value: string;
  onChange: (day: string) => void;
}

/** A date in words that can be typed in many ways ("23/11", "23 nov 2026") or picked from the system's calendar. */
export function DayField({ label, action, hint, error, placeholder, value, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const isWrong = typed !== null && typed.trim() !== '' && readDay(typed, agencyToday()) === undefined;

  const type = (text: string) => {
    setTyped(text);
    const day = text.trim() === '' ? '' : readDay(text, agencyToday());
    if (day !== undefined && day !== value) onChange(day);
  };

  return (
    <div className={css['root']}>
      <TextField
        label={label}
        action={action}
        hint={hint}
        error={error}
        autoComplete="off"
        placeholder={placeholder ?? 'Misalnya 23 November 2026'}
        value={typed ?? (value === '' ? '' : formatDate(value))}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          if (!isWrong) setTyped(null);
        }}
        {...(isWrong && error === undefined ? { hint: 'Tulis seperti 23 November 2026 atau 23/11/2026.' } : {})}
        after={
          <IconButton
            label="Buka kalender"
            icon={<IconCalendarEvent size={19} stroke={1.8} />}
            onClick={() => picker.current?.showPicker()}
          />
        }
      />
      <input
        ref={picker}
        type="date"
        className={css['picker']}
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={(event) => {
          setTyped(null);
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
