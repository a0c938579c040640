import { useState, type SyntheticEvent } from 'react';
import type { Assumptions } from '../../../server/reports/contract.ts';
import { useCommand } from '../api/index.ts';
import { agencyToday, formatDate } from '../format/dates.ts';
import { formatDecimal, formatCount } from '../format/numbers.ts';
import { Button, DataList, DataRow, ErrorNote, Sheet, showToast, TextField } from '../kit/index.ts';
import css from './method-card.module.css';
import { assumptionList } from './assumption-list.ts';
import { monthName } from './period.ts';
import { setAssumptions } from './savings-operations.ts';

/** Makes a trial the rule for every report from a date on; nothing to save without one. */
export function SaveAssumptions({
  assumptions,
  onSaved,
}: {
  assumptions: Assumptions | undefined;
  onSaved: () => void;
}) {
  const [open, setOpen] = useState(false);
  const [validFrom, setValidFrom] = useState(agencyToday);
  const command = useCommand(setAssumptions, {
    refresh: ['reports', 'home'],
    onDone: (output) => {
      showToast(`Asumsi tersimpan, berlaku mulai ${formatDate(output.validFrom)}`);
      setOpen(false);
      onSaved();
    },
  });

  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (assumptions !== undefined) command.press({ body: { ...assumptions, validFrom } });
  };

  return (
    <>
      <Button variant="outline" full disabled={assumptions === undefined} onClick={() => setOpen(true)}>
        Simpan untuk semua laporan
      </Button>
      <Sheet
        open={open && assumptions !== undefined}
        onClose={() => setOpen(false)}
        title="Simpan asumsi untuk semua laporan"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Batal</Button>
            <Button variant="primary" type="submit" form="simpan-asumsi" pending={command.pending}>
              Simpan asumsi
            </Button>
          </>
        }
      >
        <form id="simpan-asumsi" className={css['save']} onSubmit={save}>
          <DataList>
            {assumptionList.map((info) => (
              <DataRow key={info.key} label={info.label}>
                {info.isWhole ? formatCount(assumptions?.[info.key] ?? 0) : formatDecimal(assumptions?.[info.key] ?? 0)}{' '}
                {info.unit}
              </DataRow>
            ))}
          </DataList>
          <TextField
            label="Berlaku mulai"
            type="date"
            required
            value={validFrom}
            hint={
              validFrom === ''
                ? undefined
                : `Dipakai untuk ${monthName(validFrom.slice(0, 7))} dan sesudahnya, di semua laporan dan Beranda. Bulan sebelumnya tetap dengan asumsinya.`
            }
            error={command.problem?.field('validFrom')}
            onChange={(event) => setValidFrom(event.target.value)}
          />
          {command.problem === null ? null : <ErrorNote problem={command.problem} />}
        </form>
      </Sheet>
    </>
  );
}
