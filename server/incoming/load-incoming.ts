import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { refuseReading } from '../letters/access.ts';
import { canReadIncoming } from './access.ts';
import { type AddresseeRow, findIncoming, type IncomingRow, listAddressees, lockIncoming } from './queries.ts';
import { unitsServed } from './registry-rights.ts';
import { type IncomingAction, nextIncomingStatus } from './states.ts';

export type { AddresseeRow, IncomingRow } from './queries.ts';

export interface LoadedIncoming {
  row: IncomingRow;
  addressees: AddresseeRow[];
}

/** One incoming letter as this desk may read it; refuses as every reading of a letter does. */
export async function loadIncoming(tx: Tx, actor: DeskActor, incomingId: string): Promise<LoadedIncoming> {
  const loaded = await find(tx, actor, incomingId);
  if (!(await canReadIncoming(tx, actor, loaded.row))) refuseReading(loaded.row);
  return loaded;
}

/**
 * The letter as its registry handles it: the data on the envelope, also of letters whose content the registry may not
 * read. Locked when a command asks.
 */
export async function loadForRegistry(
  tx: Tx,
  actor: DeskActor,
  wanted: { incomingId: string; version?: number; action?: IncomingAction; task: 'receive' | 'register' | 'direct' },
): Promise<LoadedIncoming> {
  if (wanted.action !== undefined) await lockIncoming(tx, { agencyId: actor.agencyId, incomingId: wanted.incomingId });
  const loaded = await find(tx, actor, wanted.incomingId);
  const { row } = loaded;
  if (!unitsServed(actor, wanted.task).includes(row.unitId)) refuseReading(row);
  if (wanted.action === undefined) return loaded;
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (nextIncomingStatus(row.status, wanted.action) === undefined) throw new AppError('wrong_state');
  if (wanted.version !== undefined && wanted.version !== row.version) throw new AppError('stale_version');
  return loaded;
}

/** Locked for a command of a desk that has the letter on its table. */
export async function loadForDesk(
  tx: Tx,
  actor: DeskActor,
  wanted: { incomingId: string; action: IncomingAction },
): Promise<LoadedIncoming> {
  await lockIncoming(tx, { agencyId: actor.agencyId, incomingId: wanted.incomingId });
  const loaded = await loadIncoming(tx, actor, wanted.incomingId);
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (nextIncomingStatus(loaded.row.status, wanted.action) === undefined) throw new AppError('wrong_state');
  return loaded;
}

/**
 * The letter with whether this desk may read it, for features that ask further rights of their own; locked for commands.
 * @throws AppError `not_found` when the agency has no such letter
 */
export async function loadWithRight(
  tx: Tx,
  actor: DeskActor,
  wanted: { incomingId: string; isLocked: boolean },
): Promise<LoadedIncoming & { canRead: boolean }> {
  if (wanted.isLocked) await lockIncoming(tx, { agencyId: actor.agencyId, incomingId: wanted.incomingId });
  const loaded = await find(tx, actor, wanted.incomingId);
  return { ...loaded, canRead: await canReadIncoming(tx, actor, loaded.row) };
}

/** For background work, which acts for the agency: locked, without asking for a right. */
export async function loadForAgency(tx: Tx, actor: { agencyId: string }, incomingId: string): Promise<LoadedIncoming> {
  await lockIncoming(tx, { agencyId: actor.agencyId, incomingId });
  return find(tx, actor, incomingId);
}

async function find(tx: Tx, actor: { agencyId: string }, incomingId: string): Promise<LoadedIncoming> {
  const wanted = { agencyId: actor.agencyId, incomingId };
  const row = await findIncoming(tx, wanted);
  if (!row) throw new AppError('not_found');
  return { row, addressees: await listAddressees(tx, wanted) };
}
