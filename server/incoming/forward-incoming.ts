import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { hint, notify, shownSubject } from '../notifications/notify.ts';
import { findPosition, today } from '../organisation/directory.ts';
import { refreshRights } from '../search/index-letter.ts';
import { grantIncoming } from './access.ts';
import type { forwardIncomingEndpoint, Incoming } from './contract.ts';
import { describeIncoming } from './describe-incoming.ts';
import { deleteCopies, insertForwarded, listForwardDesks, setSettled, setStatus } from './desk-queries.ts';
import { eventSubject } from './event-subject.ts';
import { loadForDesk, type LoadedIncoming, loadIncoming } from './load-incoming.ts';
import { hasDisposition } from './queries.ts';
import { nextIncomingStatus } from './states.ts';

type Forward = InputOf<typeof forwardIncomingEndpoint>;

/**
 * Passes the letter on without instruction, also up or sideways. The desks get it as if it had been addressed to them;
 * the forwarding desk has done its part, that of others stands.
 */
export function forwardIncoming(deps: Deps, actor: DeskActor, input: Forward): Promise<Incoming> {
  return command(deps, actor, async (tx) => {
    const loaded = await loadForDesk(tx, actor, { incomingId: input.incomingId, action: 'forward' });
    const { row } = loaded;
    const { agencyId, positionId } = actor;
    const { date } = await today(tx, deps, agencyId);
    const isDisposed = await hasDisposition(tx, { agencyId, incomingId: row.id, positionId });
    if (!isDisposed && !loaded.addressees.some((addressee) => addressee.positionId === positionId))
      throw new AppError('forbidden', {
        detail: 'Surat ini tidak ada pada jabatan Anda, jadi tidak dapat Anda teruskan.',
      });
    const positionIds = await chooseDesks(tx, actor, { loaded, input, date });
    const now = deps.now();
    const isUrgent = row.handlingGrade !== 'biasa';
    const key = { agencyId, incomingId: row.id };
    const by = { byPositionId: positionId, byPersonId: actor.personId };
    await deleteCopies(tx, { ...key, positionIds });
    await insertForwarded(tx, { ...key, ...by, positionIds, note: input.note, isUrgent, now });
    await setSettled(tx, { ...key, positionId, now });
    const next = nextIncomingStatus(row.status, 'forward');
    if (next !== undefined && next !== row.status) await setStatus(tx, { ...key, status: next });
    await open(tx, actor, { loaded, positionIds, now });
    const described = await describeIncoming(tx, actor, await loadIncoming(tx, actor, row.id));
    await recordEvents(tx, deps, actor, [
      { action: 'incoming.forwarded', letterId: eventSubject(row), detail: { incomingId: row.id, to: positionIds } },
    ]);
    return described;
  });
}

async function chooseDesks(
  tx: Tx,
  actor: DeskActor,
  { loaded, input, date }: { loaded: LoadedIncoming; input: Forward; date: string },
): Promise<string[]> {
  const wanted = [...new Set(input.to)];
  const desks = await listForwardDesks(tx, { agencyId: actor.agencyId, positionIds: wanted, date });
  for (const [index, id] of wanted.entries()) {
    const desk = desks.find((each) => each.positionId === id);
    if (!desk) throw invalid(index, 'Jabatan ini tidak ada lagi. Pilih jabatan lain.');
    if (id === actor.positionId) throw invalid(index, 'Surat sudah ada pada jabatan Anda sendiri.');
    if (desk.isVacant)
      throw new AppError('circuit_vacant', { detail: `${desk.title} sedang kosong. Pilih jabatan lain.` });
    if (loaded.addressees.some((addressee) => addressee.positionId === id && addressee.role === 'to'))
      throw invalid(index, `Surat sudah ada pada ${desk.title}.`);
  }
  return wanted;
}

function invalid(index: number, message: string): AppError {
  return new AppError('invalid_input', { fields: [{ path: `to.${index}`, message }] });
}

async function open(
  tx: Tx,
  actor: DeskActor,
  { loaded, positionIds, now }: { loaded: LoadedIncoming; positionIds: readonly string[]; now: Date },
): Promise<void> {
  const { row } = loaded;
  const { agencyId } = actor;
  const grants = positionIds.map((id) => ({ kind: 'position' as const, id, reason: 'forwarded' }));
  await grantIncoming(tx, { agencyId, id: row.id, letterId: row.letterId }, grants, now);
  if (row.letterId !== null) await refreshRights(tx, agencyId, row.letterId);
  const from = (await findPosition(tx, agencyId, actor.positionId))?.title ?? '';
  const text = `Surat diteruskan oleh ${from}: ${shownSubject(row)}`;
  const about = { agencyId, kind: 'incoming', letterId: row.letterId, incomingId: row.id };
  await notify(tx, { ...about, positionIds, text, now });
  await hint(tx, {
    agencyId,
    kind: 'incoming',
    entityId: row.id,
    positionIds: [...positionIds, actor.positionId],
    now,
  });
}
