import { useState } from 'react';
import type { FollowUpSetting } from '../../../server/dispositions/contract.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { Button, Card, ErrorNote, showToast, Skeleton, TextField } from '../kit/index.ts';
import { getFollowUpSetting, setFollowUpSetting } from './settings-operations.ts';
import css from './settings.module.css';

const fields: readonly { name: keyof FollowUpSetting; label: string; hint: string; min: number; max: number }[] = [
  {
    name: 'remindDaysBefore',
    label: 'Ingatkan penerima',
    hint: 'hari kerja sebelum tenggat; 0 berarti pada harinya',
    min: 0,
    max: 10,
  },
  {
    name: 'escalateAfterDays',
    label: 'Beri tahu pemberi disposisi',
    hint: 'hari kerja setelah tenggat lewat',
    min: 1,
    max: 30,
  },
  {
    name: 'escalateAgainAfterDays',
    label: 'Beri tahu atasan pemberi',
    hint: 'hari kerja setelah tenggat lewat',
    min: 1,
    max: 30,
  },
];

function Form({ saved }: { saved: FollowUpSetting }) {
  const [setting, setSetting] = useState(saved);
  const save = useCommand(setFollowUpSetting, {
    refresh: ['follow-up-setting'],
    onDone: () => showToast('Pengingat tersimpan'),
  });
  const isRight = fields.every(({ name, min, max }) => setting[name] >= min && setting[name] <= max);
  return (
    <Card title="Pengingat dan eskalasi">
      <form
        className={css['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          save.press({ body: setting });
        }}
      >
        <div className={css['numbers']}>
          {fields.map(({ name, label, hint, min, max }) => (
            <TextField
              key={name}
              label={label}
              hint={hint}
              type="number"
              inputMode="numeric"
              min={min}
              max={max}
              value={Number.isNaN(setting[name]) ? '' : setting[name]}
              onChange={(event) => setSetting({ ...setting, [name]: event.target.valueAsNumber })}
            />
          ))}
        </div>
        {save.problem === null ? null : <ErrorNote problem={save.problem} />}
        <div className={css['foot']}>
          <Button type="submit" variant="primary" disabled={!isRight} pending={save.pending}>
            Simpan pengingat
          </Button>
        </div>
      </form>
    </Card>
  );
}

export function RemindersTab() {
  const found = useOperation(getFollowUpSetting, {});
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={2} height={72} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  return <Form saved={found.data} />;
}
