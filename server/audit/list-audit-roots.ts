import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listAuditRootsEndpoint } from './contract.ts';
import { demandAuditor } from './demand-auditor.ts';
import { findAuditHead } from './queries.ts';
import { keyFingerprint, loadRootKey } from './root-key.ts';
import { listRootsBelow } from './root-queries.ts';

export async function listAuditRoots(
  deps: Deps,
  actor: DeskActor,
  { after, limit }: InputOf<typeof listAuditRootsEndpoint>,
): Promise<OutputOf<typeof listAuditRootsEndpoint>> {
  demandAuditor(actor);
  const { agencyId } = actor;
  return read(deps, actor, async (tx) => {
    const head = await findAuditHead(tx, agencyId);
    const rows = await listRootsBelow(tx, agencyId, after ?? Number.MAX_SAFE_INTEGER, limit);
    return {
      roots: rows.map(({ publicKey, seq, root, previousSeq, madeAt, timestampedAt }) => ({
        ...{ seq, root, previousSeq, madeAt, timestampedAt },
        keyFingerprint: keyFingerprint(publicKey),
      })),
      next: rows.length === limit ? String(rows.at(-1)?.seq) : null,
      events: head?.seq ?? 0,
      keyFingerprint: keyFingerprint(loadRootKey(deps.config, agencyId).publicKey),
    };
  });
}
