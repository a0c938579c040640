import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { releaseBlobs } from '../files/files.ts';
import { voidNumber } from '../numbering/void-number.ts';
import { voidPapers } from './paper-queries.ts';

/** Papers of a round that ends: their numbers stay in the book as void, with the reason. */
export async function voidDisposalPapers(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  { disposalId, reason }: { disposalId: string; reason: string },
): Promise<AuditEntry[]> {
  const { agencyId, positionId } = actor;
  const papers = await voidPapers(tx, { agencyId, disposalId, reason });
  for (const { id } of papers) {
    await voidNumber(tx, { agencyId, letterId: id, reason, positionId, now: deps.now() });
    await releaseBlobs(tx, { agencyId, kind: 'official_paper', id });
  }
  return papers.map(({ id, number }) => ({
    action: 'number.voided',
    detail: { paperId: id, disposalId, number, reason },
  }));
}
