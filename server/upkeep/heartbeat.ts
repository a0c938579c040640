import type { Deps } from '../deps.ts';
import { findHeartbeat, setHeartbeat } from './queries.ts';

/** A sign of life older than this means that background work stands still. */
const ALIVE_MS = 15_000;

/** Called by the workers every few seconds while they can reach database and queue. */
export function beat(deps: Pick<Deps, 'db' | 'now'>): Promise<void> {
  return deps.db.transaction({ agencyId: null }, (tx) => setHeartbeat(tx, 'workers', deps.now()));
}

/** Rejects when the workers have not been heard of lately. */
export async function checkWorkersAlive(deps: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const last = await deps.db.transaction({ agencyId: null }, (tx) => findHeartbeat(tx, 'workers'));
  if (!last || deps.now().getTime() - last.getTime() > ALIVE_MS) throw new Error('the workers give no sign of life');
}
