import { IconLock } from '@tabler/icons-react';
import type { Intake } from '../../../server/intake/contract.ts';
import type { FieldProps } from './field-props.ts';
import css from './registration-desk.module.css';
import { isSealed } from './registration-values.ts';
import { scanBoxes } from './scan-boxes.ts';
import type { ScanPageImage } from './scan-page.tsx';
import { ScanPane } from './scan-pane.tsx';
import { VerdictStrip } from './verdict-strip.tsx';

/** In place of the scan of a letter that nobody at the registry is to read. */
function ClosedEnvelope() {
  return (
    <div className={css['closed']}>
      <IconLock size={28} stroke={1.8} aria-hidden="true" />
      <p className={css['closedTitle']}>Pindaian disembunyikan</p>
      <p>
        Surat Rahasia dan Sangat rahasia dicatat sebagai amplop tertutup: isinya tidak ditampilkan dan tidak masuk
        arsip. Bila keliru, pilih lagi klasifikasi keamanannya.
      </p>
    </div>
  );
}

interface ScanSideProps {
  intake: Intake | null;
  pages: readonly ScanPageImage[];
  form: FieldProps;
  /** Counts up with every wish to see the place of the active field. */
  wish: number;
}

export function ScanSide({ intake, pages, form, wish }: ScanSideProps) {
  const { values, proposals, edits, active } = form;
  if (intake === null || pages.length === 0) return null;
  return (
    <div className={css['scan']}>
      {isSealed(values) ? (
        <ClosedEnvelope />
      ) : (
        <ScanPane
          pages={pages}
          title={values.subject === '' ? intake.title : values.subject}
          boxes={scanBoxes(proposals, values, edits)}
          active={active}
          wish={wish}
          notice={intake.verdict === null ? undefined : <VerdictStrip verdict={intake.verdict} />}
        />
      )}
    </div>
  );
}
