import { z } from 'zod';
import { one, run, type Tx } from './db.ts';
import type { Deps, Performer } from './deps.ts';
import { AppError } from './errors.ts';

/**
 * The one way a verb writes: a transaction of the actor's agency. When the request carries an idempotency key, its
 * answer is stored in the same transaction, and a repeat gets that answer instead of a second effect. Where answers are
 * large and come every few seconds (autosave), `again` reads the answer anew for a repeat and nothing is stored.
 */
export function command<T>(
  deps: Deps,
  actor: Performer,
  work: (tx: Tx) => Promise<T>,
  again?: (tx: Tx) => Promise<T>,
): Promise<T> {
  return deps.db.transaction({ agencyId: actor.agencyId }, async (tx) => {
    if (actor.kind === 'system' || !actor.command) return work(tx);
    const stored = await claimKey(tx, actor, actor.command, deps.now());
    if (stored !== undefined) return again ? again(tx) : (stored.response as T);
    const response = await work(tx);
    if (again) return response;
    await run(
      tx,
      `update idempotency set response = :response::jsonb where agency_id = :agencyId and account_id = :accountId and key = :key`,
      {
        response: JSON.stringify(response ?? null),
        agencyId: actor.agencyId,
        accountId: actor.accountId,
        key: actor.command.key,
      },
    );
    return response;
  });
}

/** A read in the actor's agency. */
export function read<T>(deps: Deps, actor: { agencyId: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
  return deps.db.transaction({ agencyId: actor.agencyId }, work);
}

const Stored = z.object({ requestHash: z.string(), response: z.unknown() });

async function claimKey(
  tx: Tx,
  actor: { agencyId: string; accountId: string },
  command: { key: string; requestHash: string },
  now: Date,
): Promise<{ response: unknown } | undefined> {
  const key = { agencyId: actor.agencyId, accountId: actor.accountId, key: command.key };
  const inserted = await run(
    tx,
    `insert into idempotency (agency_id, account_id, key, request_hash, created_at)
     values (:agencyId, :accountId, :key, :requestHash, :now) on conflict do nothing`,
    { ...key, requestHash: command.requestHash, now },
  );
  if (inserted === 1) return undefined;
  const stored = await one(
    tx,
    `select request_hash, response from idempotency where agency_id = :agencyId and account_id = :accountId and key = :key`,
    key,
    Stored,
  );
  if (!stored) throw new AppError('unavailable');
  if (stored.requestHash !== command.requestHash) throw new AppError('idempotency_mismatch');
  return { response: stored.response };
}
