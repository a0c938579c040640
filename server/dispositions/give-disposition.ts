import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { nextIncomingStatus } from '../incoming/states.ts';
import { loadPublicHolidays } from '../letters/load-public-holidays.ts';
import { loadCalendar } from '../organisation/calendar.ts';
import { enqueue } from '../outbox.ts';
import { checkDue, type Due } from './check-due.ts';
import { chooseRecipients } from './choose-recipients.ts';
import { type Claim, claimFiles } from './claim-files.ts';
import { findPersonName, insertDisposition, type NewDisposition, setItemRead } from './command-queries.ts';
import { type Disposition, type giveDispositionEndpoint, HOLD_SECONDS } from './contract.ts';
import { describeDisposition } from './describe-disposition.ts';
import { type GivingDesk, resolveGiver, signGiver } from './giver.ts';
import { loadAnyTree, type Tree } from './load-tree.ts';
import type { PlannedRecipient } from './plan-recipients.ts';
import { nextItemStatus } from './states.ts';
import { dispositionEvent, hintDesks } from './tell-desks.ts';

type Give = InputOf<typeof giveDispositionEndpoint>;
type Item = PlannedRecipient & Due & { id: string };

/** Gives a disposition down the line. It is held for ten seconds, in which it has reached nobody and can be undone. */
export async function giveDisposition(deps: Deps, actor: DeskActor, input: Give): Promise<Disposition> {
  const isNational = await loadPublicHolidays();
  return command(deps, actor, async (tx) => {
    const tree = await loadAnyTree(tx, deps, actor, { incomingId: input.incomingId, isLocked: true });
    const giver = resolveGiver(tree, input.parentItemId);
    requirePossible(actor, { tree, giver, sheetFileId: input.sheetFileId });
    requireWords(input.recipients);
    const { agencyId } = actor;
    const planned = await chooseRecipients(tx, {
      agencyId,
      giverId: giver.positionId,
      date: tree.date,
      recipients: input.recipients,
    });
    const calendar = await loadCalendar(tx, agencyId, isNational);
    const parentDueDate = giver.parent?.dueDate ?? null;
    const items = planned.map((recipient): Item => {
      const path = `recipients.${recipient.inputIndex}.dueDate`;
      const { dueDate } = recipient;
      return { ...recipient, id: uuidv7(), ...checkDue({ dueDate, parentDueDate, today: tree.date, path }, calendar) };
    });
    const given = await newDisposition(tx, deps, actor, { tree, giver });
    await insertDisposition(
      tx,
      given,
      items.map((item) => ({ ...item, dueAt: item.dueAt?.toISOString() ?? null })),
    );
    await markParentRead(tx, given, giver);
    await claimFiles(tx, actor, claimsOf(given.id, input, items), given.now);
    const payload = { dispositionId: given.id };
    await enqueue(tx, agencyId, 'disposition.deliver', payload, { now: given.now, notBefore: given.deliverAt });
    const positionIds = [giver.positionId, actor.positionId];
    await hintDesks(tx, tree.row, { agencyId, positionIds, now: given.now });
    const described = await describeDisposition(tx, deps, actor, given.id);
    await recordEvents(tx, deps, actor, [dispositionEvent(tree.row, 'disposition.given', factsOf(given, items))]);
    return described;
  });
}

function requirePossible(
  actor: DeskActor,
  { tree, giver, sheetFileId }: { tree: Tree; giver: GivingDesk; sheetFileId: string | null },
): void {
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (nextIncomingStatus(tree.row.status, 'dispose') === undefined) throw new AppError('wrong_state');
  if (giver.parent && nextItemStatus(giver.parent.status, 'dispose') === undefined)
    throw new AppError('wrong_state', {
      detail: 'Disposisi ini sudah selesai atau ditarik, jadi tidak dapat diteruskan.',
    });
  if (giver.onInstruction && sheetFileId === null) throw new AppError('sheet_required');
}

function requireWords(recipients: Give['recipients']): void {
  const fields = recipients.flatMap(({ instructions, note }, index) =>
    instructions.length === 0 && note === ''
      ? [{ path: `recipients.${index}.instructions`, message: 'Pilih instruksi atau tulis catatan.' }]
      : [],
  );
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
}

async function newDisposition(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { tree, giver }: { tree: Tree; giver: GivingDesk },
): Promise<NewDisposition> {
  const now = deps.now();
  const recorder = giver.onInstruction
    ? {
        recordedByPositionId: actor.positionId,
        recordedByPersonId: actor.personId,
        recordedByName: await findPersonName(tx, actor.agencyId, actor.personId),
      }
    : { recordedByPositionId: null, recordedByPersonId: null, recordedByName: null };
  return {
    agencyId: actor.agencyId,
    id: uuidv7(),
    incomingId: tree.row.id,
    parentItemId: giver.parent?.id ?? null,
    giverPositionId: giver.positionId,
    ...(await signGiver(tx, actor, giver, tree.date)),
    ...recorder,
    now,
    deliverAt: new Date(now.getTime() + HOLD_SECONDS * 1000),
  };
}

/** Who passes something on has read it. It counts as in progress once the disposition has arrived. */
async function markParentRead(tx: Tx, given: NewDisposition, { parent }: GivingDesk): Promise<void> {
  if (parent?.status !== 'unread') return;
  const { agencyId, giverPersonId, now } = given;
  await setItemRead(tx, { agencyId, id: parent.id, personId: giverPersonId, status: 'read', now });
}

function claimsOf(dispositionId: string, input: Give, items: readonly Item[]): Claim[] {
  const attached = items.flatMap((item) =>
    item.fileIds.map((fileId): Claim => ({
      ownerKind: 'item',
      ownerId: item.id,
      fileId,
      path: `recipients.${item.inputIndex}.fileIds`,
    })),
  );
  if (input.sheetFileId === null) return attached;
  return [...attached, { ownerKind: 'sheet', ownerId: dispositionId, fileId: input.sheetFileId, path: 'sheetFileId' }];
}

function factsOf(given: NewDisposition, items: readonly Item[]): Record<string, unknown> {
  return {
    dispositionId: given.id,
    parentItemId: given.parentItemId,
    giverPositionId: given.giverPositionId,
    giverTitle: given.giverTitle,
    onInstruction: given.recordedByPositionId !== null,
    recipients: items.map(({ id, positionId, teamId, dueDate, isPic }) => ({
      itemId: id,
      positionId,
      teamId,
      dueDate,
      isPic,
    })),
  };
}
