import { IconShieldCheck } from '@tabler/icons-react';
import { Button } from '../kit/button.tsx';
import { Card } from '../kit/card.tsx';
import { ErrorNote } from '../kit/error-note.tsx';
import { CodeForm } from './code-form.tsx';
import { FileDrop } from './file-drop.tsx';
import { FileVerdictCard } from './file-verdict.tsx';
import { PublicFrame } from './public-frame.tsx';
import { ScanButton } from './scan-button.tsx';
import { useFileCheck } from './use-file-check.ts';
import { VerdictCard } from './verdict-card.tsx';
import css from './verification.module.css';

/** For whoever holds a letter on paper or as a file: code, camera or upload. */
export function CheckScreen() {
  const check = useFileCheck(undefined);
  return (
    <PublicFrame title="Periksa keaslian surat">
      <div className={css['column']}>
        {check.result !== undefined ? (
          <>
            <FileVerdictCard {...check.result} original={undefined} />
            <Button onClick={check.close}>Periksa berkas lain</Button>
          </>
        ) : (
          <VerdictCard
            tone="plain"
            icon={<IconShieldCheck size={32} stroke={1.8} aria-hidden="true" />}
            title="Periksa keaslian surat"
            sentence="Tanpa masuk dan tanpa biaya. Pakai kode pada surat, atau berkas PDF-nya."
          >
            <div className={css['advice']}>
              <CodeForm />
              <div className={css['scan']}>
                <ScanButton label="Pindai kode QR pada surat" />
              </div>
            </div>
          </VerdictCard>
        )}
      </div>
      <div className={css['column']}>
        <Card title="Punya berkas PDF-nya?">
          <p className={css['quiet']}>
            Tanda tangan elektroniknya diperiksa, lalu dicocokkan dengan surat yang terbit dari sini.
          </p>
          <FileDrop pending={check.pending} onFile={check.check} />
          {check.problem === null ? null : <ErrorNote problem={check.problem} onRetry={check.again} />}
        </Card>
        <Card title="Di mana kodenya?">
          <p className={css['quiet']}>
            Kode 12 huruf dan angka tercetak di dekat kode QR, pada kotak tanda tangan dan di kaki halaman. Huruf besar
            atau kecil sama saja, tanda hubung boleh dilewati.
          </p>
        </Card>
      </div>
    </PublicFrame>
  );
}
