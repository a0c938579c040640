import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { contentOf } from './letter-content.ts';
import { findLetter, setContentVersion } from './letter-queries.ts';
import { listAnnexes } from './part-queries.ts';
import { findVersionContent, insertVersion } from './version-queries.ts';
import { listSteps } from './step-queries.ts';

/** Keeps the present content as a version unless nothing changed since the last one; tells the version it now has. */
export async function keepVersion(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  kept: { letterId: string; reason: 'submitted' | 'corrected' | 'resubmitted' },
): Promise<number> {
  const key = { agencyId: actor.agencyId, letterId: kept.letterId };
  const letter = await findLetter(tx, key.agencyId, key.letterId);
  if (!letter) throw new Error('the letter left its own transaction');
  const { circuit: _circuit, ...content } = await contentOf(tx, key.agencyId, letter, await listSteps(tx, key));
  const annexes = (await listAnnexes(tx, key)).map(({ id, fileName, sha256 }) => ({ id, fileName, sha256 }));
  const snapshot = { ...content, annexes };
  const last = await findVersionContent(tx, { ...key, contentVersion: letter.contentVersion });
  if (last !== undefined && canonical(last) === canonical(snapshot)) return letter.contentVersion;
  const contentVersion = last === undefined ? letter.contentVersion : letter.contentVersion + 1;
  await insertVersion(tx, key, {
    contentVersion,
    content: JSON.stringify(snapshot),
    positionId: actor.positionId,
    personId: actor.personId,
    reason: kept.reason,
    now: deps.now(),
  });
  await setContentVersion(tx, { ...key, contentVersion });
  return contentVersion;
}

/** Key order says nothing: Postgres reorders the keys of jsonb. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
