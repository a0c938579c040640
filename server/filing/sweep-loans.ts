import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, SystemActor } from '../deps.ts';
import { notify } from '../notifications/notify.ts';
import { today } from '../organisation/directory.ts';
import { formatDate } from '../pdf/format-date.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { lockOverdue, type OverdueRow, setReminded } from './loan-queries.ts';
import { fileNumber } from './states.ts';

const BATCH = 200;

/** Tells borrower and lender once a day of files that should be back. */
export async function sweepLoans(deps: Deps): Promise<void> {
  await forEachAgency(deps, async (agencyId) => {
    const actor: SystemActor = { kind: 'system', agencyId, job: 'loan.sweep' };
    await deps.db.transaction({ agencyId }, async (tx) => {
      const { date } = await today(tx, deps, agencyId);
      const late = await lockOverdue(tx, { agencyId, today: date, limit: BATCH });
      const events: AuditEntry[] = [];
      for (const loan of late) events.push(await remind(tx, deps, agencyId, loan));
      await setReminded(tx, { agencyId, loanIds: late.map(({ id }) => id), today: date });
      await recordEvents(tx, deps, actor, events);
    });
  });
}

async function remind(tx: Tx, deps: Deps, agencyId: string, loan: OverdueRow): Promise<AuditEntry> {
  const { borrowerPositionId, lentByPositionId, dueDate } = loan;
  const notice = { agencyId, kind: 'file.overdue', letterId: null, path: '/berkas/peminjaman', now: deps.now() };
  const name = `Berkas ${fileNumber(loan)}`;
  const since = `tenggat ${formatDate(dueDate)}`;
  await notify(tx, { ...notice, positionIds: [borrowerPositionId], text: `${name} belum Anda kembalikan, ${since}` });
  if (lentByPositionId !== borrowerPositionId)
    await notify(tx, { ...notice, positionIds: [lentByPositionId], text: `${name} belum kembali, ${since}` });
  const detail = { loanId: loan.id, fileId: loan.fileId, dueDate };
  return { action: 'record.loan_overdue', letterId: loan.fileId, detail };
}
