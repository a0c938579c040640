import { useOperation } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { formatCount, formatSize } from '../format/numbers.ts';
import { Badge, Card, DataList, DataRow, ErrorNote, Notice, Skeleton } from '../kit/index.ts';
import { getFixityReport } from './audit-operations.ts';
import css from './audit.module.css';

const words = { sound: 'Dipulihkan', damaged: 'Rusak', missing: 'Hilang' } as const;
const SHORT = 16;

function judge({ damaged, missing, overdue }: { damaged: number; missing: number; overdue: number }) {
  const bad = damaged + missing;
  if (bad > 0)
    return { tone: 'segera', text: `${formatCount(bad)} berkas rusak atau hilang. Pulihkan dari cadangan.` } as const;
  if (overdue > 0)
    return {
      tone: 'menunggu',
      text: `${formatCount(overdue)} berkas belum diperiksa ulang lebih dari 180 hari.`,
    } as const;
  return { tone: 'selesai', text: 'Tidak ada berkas rusak atau hilang.' } as const;
}

/** Whether the stored bytes still match their hashes; every one is read again within 180 days. */
export function FixityCard() {
  const found = useOperation(getFixityReport, {});
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={4} height={40} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  const report = found.data;
  const verdict = judge(report);
  return (
    <Card title="Keutuhan berkas tersimpan" flush>
      <div className={css['inside']}>
        <Notice tone={verdict.tone}>{verdict.text}</Notice>
      </div>
      <DataList divided>
        <DataRow label="Berkas tersimpan">
          {formatCount(report.blobs)} ({formatSize(report.sizeBytes)})
        </DataRow>
        <DataRow label="Belum pernah diperiksa">{formatCount(report.unchecked)}</DataRow>
        <DataRow label="Pemeriksaan terlama">
          {report.oldestCheckAt === null ? 'Belum ada' : formatDateTime(report.oldestCheckAt)}
        </DataRow>
        <DataRow label="Salinan kedua">
          {!report.hasMirror
            ? 'Belum diatur (BLOB_MIRROR_DIR)'
            : report.unmirrored === 0
              ? 'Lengkap'
              : `${formatCount(report.unmirrored)} berkas menunggu disalin`}
        </DataRow>
      </DataList>
      {report.problems.length === 0 ? null : (
        <ul className={css['problems']} aria-label="Temuan keutuhan berkas">
          {report.problems.map((problem) => (
            <li key={problem.sha256}>
              <Badge tone={problem.condition === 'sound' ? 'selesai' : 'segera'}>{words[problem.condition]}</Badge>
              <span className={css['hash']} title={problem.sha256}>
                {problem.sha256.slice(0, SHORT)}…
              </span>
              <span>{formatSize(problem.sizeBytes)}</span>
              <span className={css['quiet']}>{formatDateTime(problem.repairedAt ?? problem.checkedAt ?? '')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
