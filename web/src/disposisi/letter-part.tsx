import { Link } from '@tanstack/react-router';
import { useOperation } from '../api/index.ts';
import { ErrorNote, Skeleton } from '../kit/index.ts';
import { getIncoming } from '../incoming/incoming-operations.ts';
import { IncomingPages } from '../incoming/incoming-pages.tsx';
import css from './item-panel.module.css';

/** The letter itself beside its chain. */
export function LetterPart({ incomingId }: { incomingId: string }) {
  const found = useOperation(getIncoming, { params: { incomingId } });
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={1} height={480} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  return (
    <>
      {found.data.summary === '' ? null : <p>{found.data.summary}</p>}
      <Link to="/masuk/$id" params={{ id: incomingId }}>
        Buka surat lengkap
      </Link>
      <div className={css['letterPages']}>
        <IncomingPages incoming={found.data} />
      </div>
    </>
  );
}
