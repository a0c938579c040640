import { IconDatabaseImport, IconDownload } from '@tabler/icons-react';
import type { getRefusedRowsEndpoint, LoadJob } from '../../../server/exchange/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { DownloadButton, Badge, type BadgeTone, EmptyState } from '../kit/index.ts';
import css from './exchange.module.css';
import { ProgressBar } from './progress-bar.tsx';

const STATES: Record<LoadJob['status'], { label: string; tone: BadgeTone }> = {
  waiting: { label: 'Menunggu giliran', tone: 'menunggu' },
  running: { label: 'Dimuat', tone: 'disposisi' },
  done: { label: 'Selesai', tone: 'selesai' },
  failed: { label: 'Ditolak', tone: 'segera' },
};

export const isLoading = ({ status }: Pick<LoadJob, 'status'>) => status === 'waiting' || status === 'running';

function Outcome({ job }: { job: LoadJob }) {
  if (job.status !== 'done') return null;
  const parts = [
    `${formatCount(job.loadedCount)} dimuat`,
    job.knownCount === 0 ? '' : `${formatCount(job.knownCount)} sudah ada`,
    job.refusedCount === 0 ? '' : `${formatCount(job.refusedCount)} ditolak`,
  ];
  return <p className={css['facts']}>{parts.filter((part) => part !== '').join(' · ')}</p>;
}

/** Why rows were refused, so that the table need not be fetched for one of them. */
function Refusals({ job }: { job: LoadJob }) {
  if (job.refusals.length === 0) return null;
  const more = job.refusedCount - job.refusals.length;
  return (
    <ul className={css['refusals']} aria-label={`Baris ditolak ${job.label}`}>
      {job.refusals.map(({ line, reason }) => (
        <li key={line}>
          <b>Baris {line}</b> {reason}
        </li>
      ))}
      {more > 0 ? <li>dan {formatCount(more)} lagi dalam tabel baris ditolak</li> : null}
    </ul>
  );
}

function Row({ job }: { job: LoadJob }) {
  const { label, tone } = STATES[job.status];
  const done = job.loadedCount + job.knownCount + job.refusedCount;
  const address = fileAddress<typeof getRefusedRowsEndpoint>('/loads/:loadId/refused.csv', {
    params: { loadId: job.id },
  });
  return (
    <li className={css['row']}>
      <div className={css['grow']}>
        <p className={css['name']}>{job.label}</p>
        <p className={css['facts']}>
          {job.kind === 'package' ? 'Paket Lontar' : 'Tabel CSV'} · {job.unitName} · {formatDateTime(job.createdAt)}
        </p>
        <Outcome job={job} />
        <Refusals job={job} />
        {isLoading(job) ? <ProgressBar label={`Kemajuan ${job.label}`} done={done} total={job.totalCount} /> : null}
        {job.failure === null ? null : <p className={css['failure']}>{job.failure}</p>}
      </div>
      <div className={css['side']}>
        <Badge tone={tone}>{label}</Badge>
        {job.refusedCount > 0 ? (
          <DownloadButton size="small" href={address} icon={<IconDownload size={16} stroke={1.8} aria-hidden="true" />}>
            Baris ditolak
          </DownloadButton>
        ) : null}
      </div>
    </li>
  );
}

/** What has been taken in from outside. */
export function LoadList({ loads }: { loads: readonly LoadJob[] }) {
  if (loads.length === 0)
    return (
      <EmptyState icon={<IconDatabaseImport size={28} stroke={1.8} />} title="Belum ada yang dimasukkan">
        Kemajuan dan hasil setiap pemuatan muncul di sini, juga yang dijalankan di server.
      </EmptyState>
    );
  return (
    <ul className={css['rows']}>
      {loads.map((job) => (
        <Row key={job.id} job={job} />
      ))}
    </ul>
  );
}
