import { IconLock } from '@tabler/icons-react';
import { useCommand } from '../api/index.ts';
import { Button, ErrorNote, Notice } from '../kit/index.ts';
import { discardIntake } from './intake-operations.ts';
import css from './registration-desk.module.css';
import { isSealed, type RegistrationValues } from './registration-values.ts';

const reason = 'Surat rahasia: dicatat dari sampul amplop tanpa pindaian.';

interface SealedNoticeProps {
  values: RegistrationValues;
  /** The scan that must not become part of the letter. */
  intakeId: string | null;
  /** The scan is off the queue: the form goes on without it. */
  onWithoutScan: ((values: RegistrationValues) => void) | undefined;
}

/** R and SR stay in their envelopes; a scan of one cannot be registered and has to leave the queue. */
export function SealedNotice({ values, intakeId, onWithoutScan }: SealedNoticeProps) {
  const command = useCommand(discardIntake, { onDone: () => onWithoutScan?.(values), refresh: ['counts'] });
  if (!isSealed(values)) return null;
  return (
    <Notice tone="menunggu" icon={<IconLock size={20} stroke={1.8} aria-hidden="true" />}>
      <strong>Amplop tetap tertutup.</strong> Surat rahasia dicatat dari sampulnya saja, tanpa pindaian dan tanpa isi
      ringkas, lalu diserahkan kepada pejabat yang dituju. Tulis hal seperti pada sampul, misalnya “Surat rahasia”.
      {intakeId === null ? null : (
        <div className={css['sealed']}>
          <Button
            size="small"
            pending={command.pending}
            onClick={() => command.press({ params: { intakeId }, body: { reason } })}
          >
            Keluarkan pindaian, catat dari sampul
          </Button>
        </div>
      )}
      {command.problem === null ? null : <ErrorNote problem={command.problem} />}
    </Notice>
  );
}
