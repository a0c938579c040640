import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { recordSubject } from './describe-item.ts';
import { lockFiles } from './file-command-queries.ts';
import { setPlaces, setStandingCertain } from './record-queries.ts';

/** Files certain proposals in one statement, their files locked first; those whose file was closed meanwhile stay. */
export async function placeCertain(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  wanted: {
    agencyId: string;
    proposals: readonly { id: string; fileId: string }[];
    by: { positionId: string; personId: string } | null;
  },
): Promise<{ accepted: number; events: AuditEntry[] }> {
  const { agencyId, proposals, by } = wanted;
  const fileIds = [...new Set(proposals.map(({ fileId }) => fileId))];
  if (fileIds.length === 0) return { accepted: 0, events: [] };
  const locked = await lockFiles(tx, { agencyId, fileIds });
  const placed = await setPlaces(tx, {
    agencyId,
    fileIds,
    recordIds: proposals.map(({ id }) => id),
    positionId: by?.positionId ?? null,
    personId: by?.personId ?? null,
    now: deps.now(),
  });
  const standing = locked.filter(({ isStanding }) => isStanding).map(({ id }) => id);
  await setStandingCertain(tx, { agencyId, fileIds: standing });
  const events = placed.map((row): AuditEntry => {
    const detail = { recordId: row.id, fileId: row.fileId };
    return { action: 'record.placed', letterId: recordSubject(row), detail };
  });
  return { accepted: placed.length, events };
}
