import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { returnLoanEndpoint } from './contract.ts';
import { describeLoan } from './describe-loan.ts';
import { lockFiles } from './file-command-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import type { Loan } from './loan-contract.ts';
import { findLoan, setReturned } from './loan-queries.ts';
import { archivistUnits } from './scope.ts';

/** The paper is back. */
export function returnLoan(
  deps: Deps,
  actor: DeskActor,
  { loanId, version, note }: InputOf<typeof returnLoanEndpoint>,
): Promise<Loan> {
  return command(deps, actor, async (tx) => {
    const { agencyId, positionId, personId } = actor;
    const loan = await findLoan(tx, { agencyId, loanId });
    const isOwn = loan !== undefined && archivistUnits(actor).includes(loan.unitId);
    if (!loan || (!isOwn && loan.borrowerPositionId !== positionId)) throw new AppError('not_found');
    if (!isOwn) throw new AppError('forbidden', { detail: 'Pengembalian dicatat oleh arsiparis unit.' });
    if (!actor.canAct) throw new AppError('desk_read_only');
    if (loan.returnedAt !== null)
      throw new AppError('wrong_state', { detail: 'Berkas ini sudah tercatat kembali. Muat ulang daftarnya.' });
    const { fileId } = loan;
    const [file] = await lockFiles(tx, { agencyId, fileIds: [fileId] });
    if (!(await setReturned(tx, { agencyId, loanId, version, positionId, personId, note, now: deps.now() })))
      throw new AppError('stale_version', {
        detail: 'Peminjaman ini sudah diubah di tempat lain. Muat ulang daftarnya.',
      });
    const changes = { loanId, borrowerPositionId: loan.borrowerPositionId };
    const event = await keepFileChange(tx, deps, actor, {
      ...{ fileId, version: file?.version ?? 1, kind: 'returned', changes, reason: note },
    });
    const { date } = await today(tx, deps, agencyId);
    const described = await describeLoan(tx, { agencyId, loanId, today: date });
    await recordEvents(tx, deps, actor, [event]);
    return described;
  });
}
