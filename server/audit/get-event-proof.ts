import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getEventProofEndpoint } from './contract.ts';
import { isAuditing } from './demand-auditor.ts';
import { listVisibleEvents } from './list-letter-events.ts';
import { loadEventProof } from './load-event-proof.ts';
import { writeProof } from './proof.ts';
import { findEvent } from './queries.ts';
import type { Tx } from '../db.ts';

/** Events without a letter are shown to auditors and administrators only, those of a letter to auditors and its readers. */
export function getEventProof(
  deps: Deps,
  actor: DeskActor,
  { seq, part }: InputOf<typeof getEventProofEndpoint>,
): Promise<FileReply> {
  return read(deps, actor, async (tx) => {
    await demandSight(tx, actor, seq);
    const found = await loadEventProof(tx, actor.agencyId, seq);
    if (!found) throw new AppError('not_found');
    if (found === 'pending') throw new AppError('proof_pending');
    if (part === 'body') return file(`isi-kejadian-${seq}.json`, found.event.body);
    return file(`bukti-kejadian-${seq}.json`, writeProof(found.proof));
  });
}

async function demandSight(tx: Tx, actor: DeskActor, seq: number): Promise<void> {
  if (actor.roles.some(({ role }) => role === 'auditor')) return;
  const event = await findEvent(tx, actor.agencyId, seq);
  if (!event || (event.letterId === null && !isAuditing(actor))) throw new AppError('not_found');
  if (event.letterId === null) return;
  const visible = await listVisibleEvents(tx, actor, event.letterId);
  if (!visible.some((row) => row.seq === seq)) throw new AppError('not_found');
}

function file(fileName: string, text: string): FileReply {
  return { bytes: Buffer.from(text), mediaType: 'application/json', fileName, disposition: 'attachment' };
}
