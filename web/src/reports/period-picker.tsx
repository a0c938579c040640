import { IconCalendar, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { Button, Menu, MenuItem, Sheet, TextField } from '../kit/index.ts';
import { agencyToday } from '../format/dates.ts';
import { describePeriod, presets, type Period } from './period.ts';
import css from './savings-screen.module.css';

interface PeriodPickerProps {
  period: Period;
  onChange: (period: Period) => void;
}

const same = (left: Period, right: Period) => left.from === right.from && left.to === right.to;

/** The usual periods in a menu, any other by two dates. */
export function PeriodPicker({ period, onChange }: PeriodPickerProps) {
  const [choosing, setChoosing] = useState(false);
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const isOrdered = from !== '' && to !== '' && from <= to;
  const known = presets();

  const choose = () => {
    setFrom(period.from);
    setTo(period.to);
    setChoosing(true);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isOrdered) return;
    onChange({ from, to });
    setChoosing(false);
  };

  return (
    <>
      <Menu
        label="Kurun waktu"
        buttonLabel={`Kurun waktu: ${describePeriod(period)}`}
        buttonClass={css['period']}
        button={
          <>
            <IconCalendar size={18} stroke={1.8} aria-hidden="true" />
            <span>{describePeriod(period)}</span>
            <IconChevronDown size={18} stroke={1.8} aria-hidden="true" />
          </>
        }
      >
        {known.map((preset) => (
          <MenuItem
            key={preset.label}
            checked={same(preset, period)}
            note={describePeriod(preset)}
            trailing={same(preset, period) ? <IconCheck size={18} stroke={2} aria-hidden="true" /> : null}
            onPick={() => onChange({ from: preset.from, to: preset.to })}
          >
            {preset.label}
          </MenuItem>
        ))}
        <MenuItem checked={!known.some((preset) => same(preset, period))} onPick={choose}>
          Pilih tanggal…
        </MenuItem>
      </Menu>
      <Sheet
        open={choosing}
        onClose={() => setChoosing(false)}
        title="Kurun waktu laporan"
        footer={
          <>
            <Button onClick={() => setChoosing(false)}>Batal</Button>
            <Button variant="primary" type="submit" form="kurun" disabled={!isOrdered}>
              Tampilkan
            </Button>
          </>
        }
      >
        <form id="kurun" className={css['dates']} onSubmit={submit}>
          <TextField label="Dari" type="date" max={to} value={from} onChange={(event) => setFrom(event.target.value)} />
          <TextField
            label="Sampai"
            type="date"
            min={from}
            max={agencyToday()}
            value={to}
            error={isOrdered ? undefined : 'Tanggal akhir harus sesudah tanggal awal.'}
            onChange={(event) => setTo(event.target.value)}
          />
        </form>
      </Sheet>
    </>
  );
}
