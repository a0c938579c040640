import { useOperation } from '../api/index.ts';
import { Card, ErrorNote, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { listLoads } from './exchange-operations.ts';
import css from './exchange.module.css';
import { LoadForm } from './load-form.tsx';
import { isLoading, LoadList } from './load-list.tsx';

const LOOK_EVERY_MS = 2000;

/** Everything that comes into the archive from outside; for administrators. */
export function ImportScreen() {
  const query = useOperation(listLoads, {});
  const isBusy = query.data?.loads.some(isLoading) === true;
  useOperation(listLoads, {}, { refetchIntervalMs: isBusy ? LOOK_EVERY_MS : false });
  return (
    <>
      <PageTitle title="Impor arsip" />
      <div className={css['page']}>
        {query.error === null ? null : <ErrorNote problem={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending ? <Skeleton height={240} /> : null}
        {query.data === undefined ? null : (
          <>
            <div className={css['column']}>
              <LoadForm units={query.data.units} />
            </div>
            <div className={css['column']}>
              <Card flush title="Riwayat pemuatan">
                <LoadList loads={query.data.loads} />
              </Card>
            </div>
          </>
        )}
      </div>
    </>
  );
}
