import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useOperation } from '../api/index.ts';
import { agencyToday, formatLongDate } from '../format/dates.ts';
import { Badge, Button, Card, ErrorNote, IconButton, Segmented, showToast, Skeleton, TextField } from '../kit/index.ts';
import { getCalendar, setCalendarDay } from './settings-operations.ts';
import css from './settings.module.css';

type Rule = 'off' | 'working';

function DayForm() {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [rule, setRule] = useState<Rule>('off');
  const save = useCommand(setCalendarDay, {
    refresh: ['calendar'],
    onDone: () => {
      showToast('Kalender diubah');
      setDate('');
      setName('');
    },
  });
  return (
    <Card title="Tambah hari">
      <form
        className={css['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          save.press({ params: { date }, body: { name: name.trim(), rule } });
        }}
      >
        <Segmented
          label="Jenis hari"
          value={rule}
          onChange={setRule}
          options={[
            { value: 'off', label: 'Hari libur' },
            { value: 'working', label: 'Hari kerja' },
          ]}
        />
        <div className={css['numbers']}>
          <TextField label="Tanggal" type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          <TextField
            label="Keterangan"
            value={name}
            maxLength={120}
            placeholder="Cuti bersama"
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {save.problem === null ? null : <ErrorNote problem={save.problem} />}
        <div className={css['foot']}>
          <Button
            type="submit"
            variant="primary"
            pending={save.pending}
            disabled={date === '' || name.trim().length < 3}
          >
            Simpan hari
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Year({ year }: { year: number }) {
  const found = useOperation(getCalendar, { query: { year } });
  const back = useCommand(setCalendarDay, {
    refresh: ['calendar'],
    onDone: () => showToast('Kembali mengikuti kalender nasional'),
    onProblem: (problem) => showToast(problem.title, { tone: 'problem' }),
  });
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={6} height={44} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  return (
    <ul className={css['rows']} aria-label={`Hari libur ${year}`}>
      {found.data.days.map((day) => (
        <li key={day.date}>
          <span className={css['grow']}>
            {formatLongDate(day.date)}
            <br />
            <span className="meta">{day.name}</span>
          </span>
          {day.isOff ? null : <Badge tone="menunggu">Hari kerja</Badge>}
          {day.isOwn ? (
            <>
              <Badge tone="disposisi">Aturan instansi</Badge>
              <Button
                size="small"
                aria-label={`Hapus aturan ${day.name}`}
                onClick={() => back.press({ params: { date: day.date }, body: { name: day.name, rule: 'national' } })}
              >
                Hapus
              </Button>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

export function CalendarTab() {
  const [year, setYear] = useState(Number(agencyToday().slice(0, 4)));
  return (
    <>
      <p className={css['lead']}>
        Tenggat, pengingat, dan lama di meja dihitung dengan hari kerja. Hari libur nasional sudah terisi.
      </p>
      <DayForm />
      <Card
        title={
          <span className={css['year']}>
            <IconButton
              label="Tahun sebelumnya"
              icon={<IconChevronLeft size={18} stroke={1.8} />}
              onClick={() => setYear(year - 1)}
            />
            {year}
            <IconButton
              label="Tahun berikutnya"
              icon={<IconChevronRight size={18} stroke={1.8} />}
              onClick={() => setYear(year + 1)}
            />
          </span>
        }
      >
        <Year year={year} />
      </Card>
    </>
  );
}
