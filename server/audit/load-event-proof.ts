import type { Tx } from '../db.ts';
import { nextHash } from './chain.ts';
import { leafHash } from './merkle.ts';
import { inclusionPath, rootFromInclusion } from './merkle-proof.ts';
import { openRanges } from './open-tree.ts';
import { type EventProof, showEventProof } from './proof.ts';
import { findEvent, type ProvenRow } from './queries.ts';
import { findRootOver } from './root-queries.ts';

/**
 * The proof of one event, checked before it is handed out; 'pending' while no signed root covers it, undefined for no
 * such event. The caller has asked for the right.
 * @throws Error when the log no longer leads to its signed root
 */
export async function loadEventProof(
  tx: Tx,
  agencyId: string,
  seq: number,
): Promise<{ event: ProvenRow; proof: EventProof } | 'pending' | undefined> {
  const event = await findEvent(tx, agencyId, seq);
  if (!event) return undefined;
  const root = await findRootOver(tx, agencyId, seq);
  if (!root) return 'pending';
  const path = await inclusionPath(openRanges(tx, agencyId), seq - 1, root.seq);
  const proof = showEventProof(agencyId, event, path, root);
  const found = rootFromInclusion(leafHash(Buffer.from(event.hash, 'hex')), seq - 1, root.seq, path);
  if (event.hash !== nextHash(proof.previousHash, event.body) || found?.toString('hex') !== root.root)
    throw new Error(`event ${seq} of ${agencyId} does not lead to the signed root ${root.seq}`);
  return { event, proof };
}
