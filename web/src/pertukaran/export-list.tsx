import { IconDownload, IconPackage } from '@tabler/icons-react';
import type { ExportJob, getExportFileEndpoint } from '../../../server/exchange/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { formatCount, formatSize } from '../format/numbers.ts';
import { DownloadButton, Badge, type BadgeTone, EmptyState } from '../kit/index.ts';
import css from './exchange.module.css';
import { ProgressBar } from './progress-bar.tsx';

const STATES: Record<ExportJob['status'], { label: string; tone: BadgeTone }> = {
  waiting: { label: 'Menunggu giliran', tone: 'menunggu' },
  running: { label: 'Disusun', tone: 'disposisi' },
  ready: { label: 'Siap diunduh', tone: 'selesai' },
  failed: { label: 'Gagal', tone: 'segera' },
  expired: { label: 'Kedaluwarsa', tone: 'diarsipkan' },
};

export const isUnderWay = ({ status }: Pick<ExportJob, 'status'>) => status === 'waiting' || status === 'running';

function Facts({ job }: { job: ExportJob }) {
  const parts = [
    `Diminta ${formatDateTime(job.createdAt)}`,
    job.status === 'ready' ? `${formatCount(job.doneCount)} naskah` : '',
    job.sizeBytes === null || job.status !== 'ready' ? '' : formatSize(job.sizeBytes),
    job.status === 'ready' && job.expiresAt !== null ? `tersedia sampai ${formatDateTime(job.expiresAt)}` : '',
  ];
  return <p className={css['facts']}>{parts.filter((part) => part !== '').join(' · ')}</p>;
}

function Row({ job }: { job: ExportJob }) {
  const { label, tone } = STATES[job.status];
  const address = fileAddress<typeof getExportFileEndpoint>('/exports/:exportId/file', {
    params: { exportId: job.id },
  });
  return (
    <li className={css['row']}>
      <div className={css['grow']}>
        <p className={css['name']}>{job.title}</p>
        <Facts job={job} />
        {isUnderWay(job) ? (
          <ProgressBar label={`Kemajuan ${job.title}`} done={job.doneCount} total={job.totalCount} />
        ) : null}
        {job.failure === null ? null : <p className={css['failure']}>{job.failure}</p>}
        {job.withheldCount === 0 ? null : (
          <p className={css['facts']}>
            {job.withheldCount} naskah rahasia disebut tanpa isi: jabatan ini tidak berhak membacanya.
          </p>
        )}
      </div>
      <div className={css['side']}>
        <Badge tone={tone}>{label}</Badge>
        {job.status === 'ready' ? (
          <DownloadButton size="small" href={address} icon={<IconDownload size={16} stroke={1.8} aria-hidden="true" />}>
            Unduh
          </DownloadButton>
        ) : null}
      </div>
    </li>
  );
}

/** Packages that the person has asked for, with how far they are. */
export function ExportList({ exports }: { exports: readonly ExportJob[] }) {
  if (exports.length === 0)
    return (
      <EmptyState icon={<IconPackage size={28} stroke={1.8} />} title="Belum ada paket">
        Paket yang Anda minta muncul di sini dan dapat diunduh selama tujuh hari.
      </EmptyState>
    );
  return (
    <ul className={css['rows']}>
      {exports.map((job) => (
        <Row key={job.id} job={job} />
      ))}
    </ul>
  );
}
