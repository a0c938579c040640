import type { Edition } from '../../../server/retention/contract.ts';
import { useOperation } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Badge, Card, ErrorNote, Skeleton } from '../kit/index.ts';
import css from './classification.module.css';
import { listEditions } from './scheme-operations.ts';
import { countsLine } from './scheme-words.ts';

const looks = {
  draft: { tone: 'konsep', label: 'Belum ditetapkan' },
  scheduled: { tone: 'menunggu', label: 'Terjadwal' },
  applied: { tone: 'selesai', label: 'Berlaku' },
  discarded: { tone: 'konsep', label: 'Dibuang' },
} as const;

function describe(edition: Edition): string {
  const parts = [edition.decreeNumber, edition.decidedBy === null ? '' : `ditetapkan ${edition.decidedBy}`];
  if (edition.effectiveFrom !== null) parts.unshift(`Mulai ${formatDate(edition.effectiveFrom)}`);
  return parts.filter((part) => part !== '').join(' · ');
}

function Row({ edition }: { edition: Edition }) {
  const { tone, label } = looks[edition.status];
  return (
    <li className={css['edition']}>
      <div className={css['headText']}>
        <p className={css['editionTitle']}>{edition.title === '' ? 'Impor' : edition.title}</p>
        <p className="meta">{describe(edition)}</p>
        {edition.status === 'draft' ? null : <p className="meta">{countsLine(edition.counts)}</p>}
        {edition.files.map((file) => (
          <p key={file.slot} className="meta">
            {file.fileName}, {formatCount(file.rowCount)} baris
          </p>
        ))}
      </div>
      <Badge tone={tone}>{label}</Badge>
    </li>
  );
}

/** What was decided about the scheme, newest first; imports that nobody decided are left out. */
export function EditionList() {
  const found = useOperation(listEditions, { query: {} }, { staleTimeMs: 0 });
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={3} height={72} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  const editions = found.data.editions.filter(({ status }) => status !== 'draft');
  return (
    <Card title="Edisi klasifikasi dan JRA" aside={`${editions.length} terbaru`}>
      <ul className={css['editions']}>
        {editions.map((edition) => (
          <Row key={edition.id} edition={edition} />
        ))}
      </ul>
    </Card>
  );
}
