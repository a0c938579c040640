import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportReport } from '../../../server/retention/contract.ts';
import { isProblem, useCommand } from '../api/index.ts';
import { agencyToday, formatDate } from '../format/dates.ts';
import { Button, Card, DayField, ErrorNote, Notice, showToast, TextField } from '../kit/index.ts';
import css from './import.module.css';
import { hasChanges } from './report-step.tsx';
import { applyEdition } from './scheme-operations.ts';
import { countsLine } from './scheme-words.ts';

interface DecisionStepProps {
  editionId: string;
  report: ImportReport;
  onDay: (effectiveFrom: string) => void;
  onBack: () => void;
}

/** Step 3: date and decree. The report is made anew for another date, because what holds may differ then. */
export function DecisionStep({ editionId, report, onDay, onBack }: DecisionStepProps) {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [decreeNumber, setDecreeNumber] = useState('');
  const { effectiveFrom, isComplete, reportHash } = report;
  const isLater = effectiveFrom > agencyToday();
  const decide = useCommand(applyEdition, {
    // Not the editions: the report in sight is of a draft that is one no more.
    refresh: ['classification-codes', 'classifications'],
    onDone: () => {
      showToast(isLater ? `Ditetapkan, berlaku mulai ${formatDate(effectiveFrom)}` : 'Klasifikasi dan JRA berlaku');
      void navigate({ to: '/pengaturan/klasifikasi' });
    },
  });
  const body = { reportHash, isComplete, effectiveFrom, title: title.trim(), decreeNumber: decreeNumber.trim() };
  const isReady = body.title.length >= 3 && body.decreeNumber.length >= 3 && hasChanges(report);
  return (
    <>
      <Card title="Penetapan">
        <form
          className={css['stack']}
          onSubmit={(event) => {
            event.preventDefault();
            decide.press({ params: { editionId }, body });
          }}
        >
          <div className={css['fields']}>
            <TextField
              label="Nama peraturan"
              value={title}
              maxLength={200}
              placeholder="Peraturan Gubernur tentang Jadwal Retensi Arsip"
              onChange={(event) => setTitle(event.target.value)}
            />
            <TextField
              label="Nomor peraturan"
              value={decreeNumber}
              maxLength={120}
              placeholder="Nomor 12 Tahun 2026"
              onChange={(event) => setDecreeNumber(event.target.value)}
            />
            <DayField label="Berlaku mulai" value={effectiveFrom} onChange={onDay} />
          </div>
          <Notice>
            {countsLine(report.counts)}.{' '}
            {isLater
              ? `Yang berlaku sekarang tetap sampai ${formatDate(effectiveFrom)}.`
              : 'Berlaku seketika; berkas yang sudah ditutup tetap memakai aturan saat ditutup.'}
          </Notice>
          {decide.problem === null ? null : (
            <ErrorNote
              problem={decide.problem}
              {...(isProblem(decide.problem, 'stale_version') ? { onRetry: onBack } : {})}
            />
          )}
          <div className={css['foot']}>
            <Button onClick={onBack}>Kembali ke laporan</Button>
            <Button type="submit" variant="primary" disabled={!isReady} pending={decide.pending}>
              Tetapkan
            </Button>
          </div>
        </form>
      </Card>
    </>
  );
}
