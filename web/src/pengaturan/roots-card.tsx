import { usePages } from '../api/index.ts';
import { formatDateTimeSeconds } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Badge, Button, Card, EmptyState, ErrorNote, Skeleton } from '../kit/index.ts';
import { consistencyAddress, listAuditRoots, rootTimestampAddress } from './audit-operations.ts';
import css from './audit.module.css';

type Root = Awaited<ReturnType<typeof listAuditRoots>>['roots'][number];

function Row({ root }: { root: Root }) {
  return (
    <tr>
      <td className={css['figure']}>{formatDateTimeSeconds(root.madeAt)}</td>
      <td className={css['figure']}>{formatCount(root.seq)}</td>
      <td className={css['hash']} title={root.root}>
        {root.root.slice(0, 16)}…
      </td>
      <td>
        {root.timestampedAt === null ? (
          <Badge tone="menunggu">Menunggu layanan</Badge>
        ) : (
          <a href={rootTimestampAddress(root.seq)} download aria-label={`Unduh cap waktu akar ${root.seq}`}>
            Unduh cap waktu
          </a>
        )}
      </td>
      <td>
        {root.previousSeq === 0 ? (
          <span className={css['quiet']}>Akar pertama</span>
        ) : (
          <a
            href={consistencyAddress(root.seq, root.previousSeq)}
            download
            aria-label={`Unduh bukti lanjutan akar ${root.seq}`}
          >
            Unduh bukti lanjutan
          </a>
        )}
      </td>
    </tr>
  );
}

/** The hourly signed roots over the whole log, newest first. */
export function RootsCard() {
  const found = usePages(listAuditRoots, { query: { limit: 24 } });
  if (found.problem !== null) return <ErrorNote problem={found.problem} onRetry={found.reload} />;
  if (found.isLoading) return <Skeleton rows={6} height={44} />;
  const roots = found.pages.flatMap((page) => page.roots);
  return (
    <Card title="Akar bertanda tangan" flush>
      {roots.length === 0 ? (
        <EmptyState title="Belum ada akar">
          Akar pertama ditandatangani dalam beberapa menit setelah instansi dibuat.
        </EmptyState>
      ) : (
        <div className={css['frame']} tabIndex={0} role="region" aria-label="Tabel akar bertanda tangan">
          <table className={css['table']}>
            <caption className="only-read">Akar jejak audit, terbaru di atas</caption>
            <thead>
              <tr>
                <th scope="col">Ditandatangani</th>
                <th scope="col">Kejadian</th>
                <th scope="col">Akar</th>
                <th scope="col">Cap waktu</th>
                <th scope="col">Bukti lanjutan</th>
              </tr>
            </thead>
            <tbody>
              {roots.map((root) => (
                <Row key={root.seq} root={root} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.loadMore === undefined ? null : (
        <div className={css['more']}>
          <Button variant="quiet" pending={found.isLoadingMore} onClick={found.loadMore}>
            Muat lagi
          </Button>
        </div>
      )}
    </Card>
  );
}
