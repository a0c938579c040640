import type { Disposal, DisposalFile } from '../../../server/disposal/contract.ts';
import { useCurrentDesk } from '../accounts/session.ts';
import { formatCount } from '../format/numbers.ts';
import { Card } from '../kit/index.ts';
import { ExportFilesButton } from '../pertukaran/export-buttons.tsx';
import css from './disposal-screen.module.css';

interface HandoverSetProps {
  disposal: Disposal;
  files: readonly DisposalFile[];
  /** Whether the list has been read to its end. */
  isWhole: boolean;
}

/** What goes to the archival institution as one package; for the archivist, from the list on. */
export function HandoverSet({ disposal, files, isWhole }: HandoverSetProps) {
  const isArchivist = useCurrentDesk()?.roles.includes('archivist') === true;
  if (disposal.kind !== 'handover' || !isArchivist || disposal.state === 'cancelled') return null;
  const going = files.filter(({ status, isHeld }) => status === 'done' || (status === 'included' && !isHeld));
  if (going.length === 0) return null;
  return (
    <Card title="Paket serah">
      <div className={css['stack']}>
        <p className={css['quiet']}>
          {isWhole
            ? 'Berkas dalam daftar ini dikemas utuh dengan riwayat dan bukti keutuhannya (BagIt dan METS) untuk lembaga kearsipan.'
            : 'Tampilkan seluruh daftar lebih dahulu, agar paketnya lengkap.'}
        </p>
        <span className={css['start']}>
          <ExportFilesButton
            fileIds={isWhole ? going.map(({ fileId }) => fileId) : []}
            title={`Usul serah ${disposal.label}`}
            label={`Kemas ${formatCount(going.length)} berkas`}
          />
        </span>
      </div>
    </Card>
  );
}
