import type { Deps } from '../deps.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { BrokenChain, makeRoot } from './make-root.ts';
import { appendRootCopies, readRootCopies, rootCopyPath } from './root-copy.ts';
import { findLastRoot, listRootsAbove, listUnstampedRoots, setTimestamp, type RootRow } from './root-queries.ts';
import { stampedDigest } from './root-statement.ts';

const HOUR_MS = 3_600_000;
const STAMPS_AT_ONCE = 5;
const COPIES_AT_ONCE = 1000;

/** Once in each hour in which something new happened: a signed root over the log, a copy outside the database, a timestamp. */
export async function sweepRoots(deps: Deps): Promise<void> {
  await forEachAgency(deps, async (agencyId) => {
    try {
      await signNew(deps, agencyId);
    } catch (error) {
      if (!(error instanceof BrokenChain)) throw error;
      deps.log.error({ err: error, agencyId }, 'the audit log is damaged and gets no more signed roots');
    }
    await copyOut(deps, agencyId);
    await stampOpen(deps, agencyId);
  });
}

async function signNew(deps: Deps, agencyId: string): Promise<void> {
  const last = await deps.db.transaction({ agencyId }, (tx) => findLastRoot(tx, agencyId));
  if (last && hourOf(new Date(last.madeAt)) === hourOf(deps.now())) return;
  while ((await makeRoot(deps, agencyId))?.isCaughtUp === false);
}

const hourOf = (moment: Date) => Math.floor(moment.getTime() / HOUR_MS);

async function copyOut(deps: Deps, agencyId: string): Promise<void> {
  const path = rootCopyPath(deps.config, agencyId);
  let copied = (await readRootCopies(path)).at(-1)?.seq ?? 0;
  for (;;) {
    const after = copied;
    const roots = await deps.db.transaction({ agencyId }, (tx) => listRootsAbove(tx, agencyId, after, COPIES_AT_ONCE));
    await appendRootCopies(path, roots);
    if (roots.length < COPIES_AT_ONCE) return;
    copied = roots.at(-1)?.seq ?? copied;
  }
}

/** A timestamp service that is away costs nothing but the time: the root stays signed, the next sweep asks again. */
async function stampOpen(deps: Deps, agencyId: string): Promise<void> {
  const open = await deps.db.transaction({ agencyId }, (tx) => listUnstampedRoots(tx, agencyId, STAMPS_AT_ONCE));
  for (const root of open)
    try {
      await stamp(deps, root);
    } catch (error) {
      deps.log.warn({ err: error, agencyId, seq: root.seq }, 'the audit root has no timestamp yet');
      return;
    }
}

async function stamp(deps: Deps, root: RootRow): Promise<void> {
  const { agencyId, seq } = root;
  const token = Buffer.from(await deps.requestTimestamp(stampedDigest(root, root.signature)));
  await deps.db.transaction({ agencyId }, (tx) => setTimestamp(tx, { agencyId, seq, token, now: deps.now() }));
}
