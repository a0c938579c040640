import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { Incoming } from '../incoming/contract.ts';
import { describeForRegistry } from '../incoming/describe-for-registry.ts';
import { type LoadedIncoming, loadForRegistry } from '../incoming/load-incoming.ts';
import { holdIntake, putBack } from '../intake/take-intake.ts';
import { hint, notify, shownSubject } from '../notifications/notify.ts';
import { voidNumber } from '../numbering/void-number.ts';
import { uncountLetterOf } from './contact-queries.ts';
import type { cancelIncomingEndpoint } from './contract.ts';
import { requireOutside } from './correct-incoming.ts';
import { setCancelled } from './registration-queries.ts';

/** Takes back a wrong registration. Its number stays in the book as void; the scan returns to the queue. */
export function cancelIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof cancelIncomingEndpoint>,
): Promise<Incoming> {
  return command(deps, actor, async (tx) => {
    const { incomingId, version, reason } = input;
    const { agencyId, positionId } = actor;
    const wanted = { incomingId, version, action: 'cancel', task: 'register' } as const;
    const loaded = await loadForRegistry(tx, actor, wanted);
    requireOutside(loaded.row);
    const now = deps.now();
    await setCancelled(tx, { agencyId, incomingId, reason, positionId, now });
    await uncountLetterOf(tx, { agencyId, contactId: loaded.row.contactId });
    await returnItem(tx, loaded, { agencyId, now });
    await tellDesks(tx, loaded, { agencyId, now });
    const described = await describeForRegistry(tx, actor, { incomingId, task: 'register' });
    const numbers = await voidNumber(tx, { agencyId, letterId: incomingId, reason, positionId, now });
    await recordEvents(tx, deps, actor, [
      { action: 'incoming.cancelled', letterId: incomingId, detail: { reason, numbers } },
    ]);
    return described;
  });
}

async function returnItem(
  tx: Tx,
  { row }: LoadedIncoming,
  { agencyId, now }: { agencyId: string; now: Date },
): Promise<void> {
  if (row.intakeId === null) return;
  const item = await holdIntake(tx, { agencyId, intakeId: row.intakeId });
  if (item) await putBack(tx, { agencyId, intakeId: item.id, unitId: item.unitId, now });
}

async function tellDesks(
  tx: Tx,
  { row, addressees }: LoadedIncoming,
  { agencyId, now }: { agencyId: string; now: Date },
): Promise<void> {
  const positionIds = [...new Set(addressees.map(({ positionId }) => positionId))];
  if (positionIds.length === 0) return;
  const text = `Registrasi surat dibatalkan tata usaha: ${shownSubject(row)}`;
  await notify(tx, { agencyId, positionIds, kind: 'incoming', letterId: null, incomingId: row.id, text, now });
  await hint(tx, { agencyId, kind: 'incoming', entityId: row.id, positionIds, now });
}
