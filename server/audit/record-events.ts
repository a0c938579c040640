import type { Tx } from '../db.ts';
import type { Deps, Performer } from '../deps.ts';
import { appendEvents } from './queries.ts';

export interface AuditEntry {
  /** `letter.submitted`, `letter.returned` ...: a key of EVENT_TITLES. */
  action: string;
  letterId?: string;
  /** Facts of the event; never a passphrase, token or letter text. */
  detail?: Record<string, unknown>;
}

/**
 * Appends to the agency's hash chain. Called once per transaction, as its last statement: the chain head is the one lock
 * that all commands of an agency share. Lock order: letter, register, audit head.
 */
export async function recordEvents(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: Performer,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await appendEvents(tx, actor.agencyId, eventBodies(deps, actor, entries));
}

/** The texts that enter the chain, for a database function that appends them itself. */
export function eventBodies(deps: Pick<Deps, 'now'>, actor: Performer, entries: readonly AuditEntry[]): string[] {
  const performer = describePerformer(actor);
  const at = deps.now().toISOString();
  return entries.map((entry) =>
    JSON.stringify({
      at,
      action: entry.action,
      letterId: entry.letterId ?? null,
      ...performer,
      detail: entry.detail ?? {},
    }),
  );
}

function describePerformer(actor: Performer): Record<string, unknown> {
  const seeded = 'isSeeded' in actor && actor.isSeeded ? { seeded: true } : {};
  if (actor.kind === 'system') return { job: actor.job, ...seeded };
  if (actor.kind === 'session') return { personId: actor.personId };
  return {
    personId: actor.personId,
    positionId: actor.positionId,
    appointmentId: actor.appointmentId,
    appointmentKind: actor.appointmentKind,
    ...seeded,
  };
}
