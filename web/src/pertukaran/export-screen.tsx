import { IconPackageExport } from '@tabler/icons-react';
import { useCurrentDesk } from '../accounts/session.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { Button, Card, ErrorNote, showToast, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { exportOwnLetters, listExports } from './exchange-operations.ts';
import css from './exchange.module.css';
import { ExportList, isUnderWay } from './export-list.tsx';
import { FilePicker } from './file-picker.tsx';
import { ListsCard } from './lists-card.tsx';
import { SrikandiCard } from './srikandi-card.tsx';

const LOOK_EVERY_MS = 2000;

function OwnLetters() {
  const command = useCommand(exportOwnLetters, {
    refresh: ['exports'],
    onDone: () => showToast('Paket surat Anda sedang disusun.'),
  });
  return (
    <Card title="Surat saya">
      <p className={css['lead']}>
        Semua surat yang Anda buat atau tanda tangani, dan surat terbuka yang dapat dibaca jabatan ini, beserta
        lampirannya dan daftar isinya.
      </p>
      <div className={css['foot']}>
        <Button
          variant="primary"
          icon={<IconPackageExport size={18} stroke={1.8} aria-hidden="true" />}
          pending={command.pending}
          onClick={() => command.press({})}
        >
          Unduh surat saya
        </Button>
      </div>
      {command.problem === null ? null : <ErrorNote problem={command.problem} />}
    </Card>
  );
}

/** Everything that leaves the archive as a file: one's own letters for everybody, the rest for archivists. */
export function ExportScreen() {
  const desk = useCurrentDesk();
  const isArchivist = desk?.roles.includes('archivist') === true;
  const query = useOperation(listExports, {});
  const isBusy = query.data?.exports.some(isUnderWay) === true;
  useOperation(listExports, {}, { refetchIntervalMs: isBusy ? LOOK_EVERY_MS : false });
  return (
    <>
      <PageTitle title="Ekspor arsip" />
      <div className={css['page']}>
        <div className={css['column']}>
          <Card flush title="Paket saya">
            {query.error === null ? null : <ErrorNote problem={query.error} onRetry={() => void query.refetch()} />}
            {query.isPending ? <Skeleton height={120} /> : null}
            {query.data === undefined ? null : <ExportList exports={query.data.exports} />}
          </Card>
          <OwnLetters />
        </div>
        {isArchivist ? (
          <div className={css['column']}>
            <FilePicker />
            <ListsCard />
            <SrikandiCard />
          </div>
        ) : null}
      </div>
    </>
  );
}
