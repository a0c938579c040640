import { Button } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { QueueList } from './queue-list.tsx';
import { waitingWords } from './queue-panel.tsx';
import css from './queue.module.css';
import { useQueue } from './use-queue.ts';

/** Belum diberkaskan: the whole queue, worked with the keyboard. */
export function UnfiledScreen() {
  const queue = useQueue({ withMoves: true });
  const { certain, certainCount, total, last } = queue;
  const count = Math.min(certainCount, 500);
  return (
    <>
      <PageTitle
        title="Belum diberkaskan"
        backTo="/berkas"
        context="Berkas"
        meta={`${total} item · ${waitingWords(last?.fileAfterDays)}`}
        actions={
          count > 0 ? (
            <Button variant="outline" pending={certain.pending} onClick={() => certain.press({ body: { count } })}>
              Terima {count} usulan yang pasti
            </Button>
          ) : undefined
        }
      />
      <div className={css['page']}>
        <QueueList queue={queue} />
      </div>
    </>
  );
}
