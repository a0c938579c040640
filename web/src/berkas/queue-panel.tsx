import { Link } from '@tanstack/react-router';
import { Button, CountPill } from '../kit/index.ts';
import { QueueList } from './queue-list.tsx';
import css from './queue.module.css';
import { useQueue } from './use-queue.ts';

/** Belum diberkaskan beside the open file; the whole queue has a screen of its own. */
export function QueuePanel() {
  const queue = useQueue({ withMoves: false });
  const { certain, certainCount, total, last } = queue;
  return (
    <section className={css['panel']} aria-label="Belum diberkaskan">
      <div className={css['scroll']}>
        <div className={css['head']}>
          <h2>
            <Link to="/berkas/antrean">Belum diberkaskan</Link>
          </h2>
          {total > 0 ? <CountPill tone="menunggu">{total}</CountPill> : null}
        </div>
        <p className="meta">{waitingWords(last?.fileAfterDays)}</p>
        <QueueList queue={queue} />
      </div>
      {certainCount > 0 ? (
        <div className={css['foot']}>
          <Button
            full
            variant="outline"
            pending={certain.pending}
            onClick={() => certain.press({ body: { count: Math.min(certainCount, 500) } })}
          >
            Terima {Math.min(certainCount, 500)} usulan yang pasti
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** What happens to certain proposals that nobody touches. */
export function waitingWords(fileAfterDays: number | undefined): string {
  if (fileAfterDays === undefined) return 'Dari nomor, balasan, dan klasifikasi.';
  if (fileAfterDays === 0) return 'Usulan menunggu sampai Anda terima.';
  return `Usulan yang pasti diberkaskan sendiri setelah ${fileAfterDays} hari kerja.`;
}
