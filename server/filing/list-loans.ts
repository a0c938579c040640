import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import { today } from '../organisation/directory.ts';
import type { listLoansEndpoint } from './contract.ts';
import { loanOf } from './describe-loan.ts';
import { countLoans, listLoanRows } from './loan-queries.ts';
import { archivistUnits } from './scope.ts';

/** Loans out of the archivist's units; for every desk also what it borrowed itself. */
export async function listLoans(
  deps: Deps,
  actor: DeskActor,
  { state, after, limit }: InputOf<typeof listLoansEndpoint>,
): Promise<OutputOf<typeof listLoansEndpoint>> {
  const cursor = readCursor(after);
  const { agencyId, positionId } = actor;
  const unitIds = archivistUnits(actor);
  return read(deps, actor, async (tx) => {
    const { date } = await today(tx, deps, agencyId);
    const whose = { agencyId, positionId, unitIds, today: date };
    const from = { afterAt: cursor?.at ?? null, afterId: cursor?.id ?? null };
    const rows = await listLoanRows(tx, { ...whose, ...from, state, limit: limit + 1 });
    const { out, late } = await countLoans(tx, whose);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      loans: shown.map(({ cursorAt: _at, ...row }) => loanOf(row, date)),
      next: last ? writeCursor({ at: last.cursorAt, id: last.id }) : null,
      outCount: out,
      lateCount: late,
      isArchivist: unitIds.length > 0,
    };
  });
}
