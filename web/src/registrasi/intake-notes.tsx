import type { Intake } from '../../../server/intake/contract.ts';
import { formatShortDate } from '../format/dates.ts';
import { Button, Notice, Spinner } from '../kit/index.ts';
import css from './registration-desk.module.css';
import type { RegistrationValues } from './registration-values.ts';

/** How far the reading of the pages is, where it is not simply done. */
export function ReadingNotice({ intake }: { intake: Intake }) {
  if (intake.state === 'reading')
    return (
      <p className={css['reading']} role="status">
        <Spinner size={16} />
        Halaman sedang dibaca. Isian terisi sendiri; Anda boleh mulai mengetik.
      </p>
    );
  if (intake.readFailure === null) return null;
  return <Notice tone="menunggu">{intake.readFailure}</Notice>;
}

/** The mail that brought the file. */
export function MailNote({ intake }: { intake: Intake | null }) {
  if (intake === null || intake.mailFrom === null) return null;
  return (
    <details className={css['mail']}>
      <summary>
        Surel dari {intake.mailFrom}: {intake.mailSubject ?? 'tanpa judul'}
      </summary>
      <p>{intake.mailText ?? 'Surel ini tidak berisi teks.'}</p>
    </details>
  );
}

/** On the last step of a phone: what was checked on the step before. */
export function Recap({ values, onChange }: { values: RegistrationValues; onChange: () => void }) {
  const letterDate = values.letterDate === '' ? '' : formatShortDate(values.letterDate);
  return (
    <div className={css['recap']}>
      <div>
        <p className={css['recapSender']}>{values.senderTitle === '' ? 'Asal belum diisi' : values.senderTitle}</p>
        <p>{values.subject === '' ? 'Hal belum diisi' : values.subject}</p>
        <p className="meta">{[values.number, letterDate].filter((part) => part !== '').join(' · ')}</p>
      </div>
      <Button variant="quiet" size="small" onClick={onChange}>
        Ubah
      </Button>
    </div>
  );
}
