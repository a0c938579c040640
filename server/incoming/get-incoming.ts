import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { canRead, refuseReading } from '../letters/access.ts';
import type { getIncomingEndpoint, Incoming } from './contract.ts';
import { type AddresseeRow, findIncoming, listAddressees } from './queries.ts';

type IncomingRow = NonNullable<Awaited<ReturnType<typeof findIncoming>>>;

export interface LoadedIncoming {
  row: IncomingRow;
  addressees: AddresseeRow[];
}

/** One incoming letter, for its addressed desks and the registry or archivist of its unit. */
export function getIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getIncomingEndpoint>,
): Promise<Incoming> {
  return read(deps, actor, async (tx) => {
    const { row, addressees } = await loadIncoming(tx, actor, input.incomingId);
    if (row.securityClass !== 'B')
      await recordEvents(tx, deps, actor, [
        { action: 'letter.viewed', letterId: row.letterId, detail: { incomingId: row.id } },
      ]);
    const own = addressees.find((addressee) => addressee.positionId === actor.positionId);
    const { unitId: _unit, unitName: _name, token, ...shown } = row;
    return {
      ...shown,
      role: own?.role ?? addressees[0]?.role ?? 'to',
      readAt: own?.readAt ?? null,
      verificationPath: `/v/${token ?? ''}`,
      addressees: addressees.map(({ title, role, readAt }) => ({ title, role, readAt })),
    };
  });
}

/** Refuses as every reading of the letter does; a reader of the letter without a part in this delivery may not either. */
export async function loadIncoming(tx: Tx, actor: DeskActor, incomingId: string): Promise<LoadedIncoming> {
  const wanted = { agencyId: actor.agencyId, incomingId };
  const row = await findIncoming(tx, wanted);
  if (!row) throw new AppError('not_found');
  const letter = { id: row.letterId, securityClass: row.securityClass, unitName: row.unitName };
  if (!(await canRead(tx, actor, letter))) refuseReading(letter);
  const addressees = await listAddressees(tx, wanted);
  const isAddressed = addressees.some((addressee) => addressee.positionId === actor.positionId);
  const servesUnit = actor.roles.some((held) => held.unitId === row.unitId);
  if (!isAddressed && !servesUnit) refuseReading(letter);
  return { row, addressees };
}
