import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { FileReply } from '../http.ts';
import type { getLetterProofEndpoint } from './contract.ts';
import { listVisibleEvents } from './list-letter-events.ts';
import { loadEventProof } from './load-event-proof.ts';
import { type LetterProof, writeProof } from './proof.ts';

export function getLetterProof(
  deps: Deps,
  actor: DeskActor,
  { letterId }: InputOf<typeof getLetterProofEndpoint>,
): Promise<FileReply> {
  return read(deps, actor, async (tx) => {
    const rows = await listVisibleEvents(tx, actor, letterId);
    const seqs = rows.map(({ seq }) => seq);
    const proof = await loadLetterProof(tx, { agencyId: actor.agencyId, letterId, seqs });
    return {
      bytes: Buffer.from(writeProof(proof)),
      mediaType: 'application/json',
      fileName: `bukti-${letterId}.json`,
      disposition: 'attachment',
    };
  });
}

/** The proofs of the events that the caller names, for the letter's own file and for its export. */
export async function loadLetterProof(
  tx: Tx,
  of: { agencyId: string; letterId: string; seqs: readonly number[] },
): Promise<LetterProof> {
  const letter: LetterProof = { format: 'lontar-audit-proofs/1', letterId: of.letterId, proofs: [], pending: [] };
  for (const seq of of.seqs) {
    const found = await loadEventProof(tx, of.agencyId, seq);
    if (found === 'pending' || found === undefined) letter.pending.push(seq);
    else letter.proofs.push({ ...found.proof, body: found.event.body });
  }
  return letter;
}
