import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { collectDocument } from './collect-document.ts';
import { collectIncoming } from './collect-incoming.ts';
import { collectOutgoing } from './collect-outgoing.ts';
import type { CollectedRecord } from './record-metadata.ts';
import type { SetItem } from './write-bag.ts';

const WITHHELD: ReadonlySet<string> = new Set(['forbidden', 'not_found', 'content_destroyed']);

/** The record with everything in it, or undefined where this desk may not read it or it was destroyed. */
export async function collectRecord(
  deps: Deps,
  actor: DeskActor,
  { kind, id }: SetItem,
): Promise<CollectedRecord | undefined> {
  try {
    if (kind === 'outgoing_letter') return await collectOutgoing(deps, actor, id);
    if (kind === 'incoming_letter') return await collectIncoming(deps, actor, id);
    return await collectDocument(deps, actor, id);
  } catch (error) {
    if (error instanceof AppError && WITHHELD.has(error.code)) return undefined;
    throw error;
  }
}
