import { useOperation, useCommand } from '../api/index.ts';
import { formatDateTime } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, Card, DataList, DataRow, ErrorNote, Notice, Skeleton } from '../kit/index.ts';
import { checkChain } from '../letters/letter-operations.ts';
import { listAuditRoots } from './audit-operations.ts';
import css from './audit.module.css';

/** Length of the log, the key that signs its roots, and the check of the whole chain. */
export function ChainCard() {
  const found = useOperation(listAuditRoots, { query: { limit: 1 } });
  const check = useCommand(checkChain, { refresh: ['audit'] });
  const verdict = check.output;
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton rows={4} height={40} />
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  const { events, roots, keyFingerprint } = found.data;
  return (
    <Card title="Rantai kejadian" flush>
      <DataList divided>
        <DataRow label="Kejadian tercatat">{formatCount(events)}</DataRow>
        <DataRow label="Tercakup akar bertanda tangan">
          {roots[0] === undefined ? 'Belum ada akar' : `${formatCount(roots[0].seq)} kejadian`}
        </DataRow>
        <DataRow label="Sidik kunci penanda tangan" note="Umumkan sidik ini agar bukti dapat dibandingkan pihak lain.">
          <span className={css['hash']}>{keyFingerprint}</span>
        </DataRow>
      </DataList>
      <div className={css['inside']}>
        {verdict === undefined ? null : (
          <Notice tone={verdict.isIntact ? 'selesai' : 'segera'}>
            {verdict.isIntact
              ? `Seluruh ${formatCount(verdict.events)} kejadian cocok. Diperiksa ${formatDateTime(verdict.checkedAt)}.`
              : `Rantai tidak cocok mulai kejadian ${String(verdict.firstBrokenSeq)}. Jangan ubah basis data; jalankan npm run audit:verify di server dan simpan keluarannya.`}
          </Notice>
        )}
        {check.problem === null ? null : <ErrorNote problem={check.problem} />}
        <div>
          <Button variant="outline" pending={check.pending} onClick={() => check.press({})}>
            Periksa seluruh rantai
          </Button>
        </div>
      </div>
    </Card>
  );
}
