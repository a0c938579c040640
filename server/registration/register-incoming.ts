import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { businessDate } from '../business-time.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { grantIncoming, unitGrants } from '../incoming/access.ts';
import type { Incoming } from '../incoming/contract.ts';
import { describeForRegistry } from '../incoming/describe-for-registry.ts';
import { giveToDesks } from '../incoming/give-to-desks.ts';
import { type Direction, planDirection } from '../incoming/plan-direction.ts';
import { unitsServed } from '../incoming/registry-rights.ts';
import { markRegistered } from '../intake/take-intake.ts';
import type { Grant } from '../letters/access.ts';
import { readerOf } from '../letters/reading-right.ts';
import { takeNumber } from '../numbering/take-number.ts';
import { findTimeZone } from '../organisation/directory.ts';
import { checkContent } from './check-content.ts';
import { countLetterOf } from './contact-queries.ts';
import type { registerIncomingEndpoint } from './contract.ts';
import { drawTrackingCode } from './draw-tracking-code.ts';
import { type Book, findBook } from './find-book.ts';
import { refuseDuplicate } from './refuse-duplicate.ts';
import { insertRegistered, lockNumber } from './registration-queries.ts';
import type { RegistrationContent } from './registration-shapes.ts';
import { type ItemInHand, takeItem } from './take-item.ts';

type Input = InputOf<typeof registerIncomingEndpoint>;

/**
 * Enters a letter in the agenda book of the unit. Locks: queue item, number of the letter, sender, book, audit head; equal
 * submits meet at the first two.
 */
export function registerIncoming(deps: Deps, actor: DeskActor, input: Input): Promise<Incoming> {
  return command(deps, actor, async (tx) => {
    const item = input.intakeId === null ? undefined : await takeItem(tx, actor, input.intakeId);
    const book = await findBook(tx, actor, item?.unitId);
    if (!actor.canAct) throw new AppError('desk_read_only');
    const { agencyId } = actor;
    const now = deps.now();
    const zone = await findTimeZone(tx, agencyId);
    const { date } = businessDate(now, zone);
    const content = await checkContent(tx, input.content, { agencyId, today: date, hasScan: item !== undefined });
    const direction = await planFirst(tx, actor, input, { date, unitId: book.unitId });
    await lockNumber(tx, { unitId: book.unitId, number: content.number });
    if (!input.isNotDuplicate)
      await refuseDuplicate(tx, { ...content, ...readerOf(actor), unitId: book.unitId, intakeId: input.intakeId, now });
    const receivedDate = item ? businessDate(new Date(item.receivedAt), zone).date : date;
    const id = await enter(tx, actor, { content, book, item, date, receivedDate, now });
    const letter = { ...content, id, letterId: null, status: 'registered' } as const;
    const directed = await giveToDesks(tx, deps, actor, { letter, direction, note: input.direct?.note ?? '' });
    const described = await describeForRegistry(tx, actor, { incomingId: id, task: 'register' });
    const { agendaNumber, agendaYear } = described;
    const detail = { intakeId: input.intakeId, agendaNumber, agendaYear, channel: content.channel };
    await recordEvents(tx, deps, actor, [{ action: 'incoming.registered', letterId: id, detail }, ...directed]);
    return described;
  });
}

async function planFirst(
  tx: Tx,
  actor: DeskActor,
  { direct }: Input,
  { date, unitId }: { date: string; unitId: string },
): Promise<Direction> {
  if (direct === null || (direct.to.length === 0 && direct.cc.length === 0)) return { to: [], cc: [] };
  if (!unitsServed(actor, 'direct').includes(unitId))
    throw new AppError('forbidden', { detail: 'Surat diarahkan oleh petugas pengarah. Simpan saja registrasinya.' });
  if (direct.to.length === 0)
    throw new AppError('invalid_input', { fields: [{ path: 'direct.to', message: 'Pilih tujuan' }] });
  return planDirection(tx, { agencyId: actor.agencyId, date, to: direct.to, cc: direct.cc, path: 'direct.to' });
}

interface Entry {
  content: RegistrationContent;
  book: Book;
  item: ItemInHand | undefined;
  date: string;
  receivedDate: string;
  now: Date;
}

/** The number is taken last, so that the book is held as short as possible. */
async function enter(tx: Tx, actor: DeskActor, entry: Entry): Promise<string> {
  const { content, book, item, date, receivedDate, now } = entry;
  const { agencyId, positionId, personId } = actor;
  const { unitId, register } = book;
  const id = uuidv7();
  if (item) await markRegistered(tx, { agencyId, intakeId: item.id, unitId: item.unitId, now });
  const { senderTitle: title, senderUnit: organisation } = content;
  const contactId = await countLetterOf(tx, { agencyId, id: uuidv7(), title, organisation, now });
  const agendaNumber = await takeNumber(tx, { agencyId, registerId: register.id, date, entityId: id, now });
  await insertRegistered(tx, {
    ...content,
    ...{ agencyId, id, unitId, contactId, positionId, personId, agendaNumber, receivedDate },
    registerId: register.id,
    agendaYear: Number(date.slice(0, 4)),
    intakeId: item?.id ?? null,
    receivedAt: item?.receivedAt ?? now,
    ...sizeOf(item),
  });
  await drawTrackingCode(tx, { agencyId, incomingId: id, now });
  const grants = [...ownGrants(content, positionId), ...unitGrants(unitId, content.securityClass)];
  await grantIncoming(tx, { agencyId, id, letterId: null }, grants, now);
  return id;
}

/** The desk that registered an open letter has seen it; a sealed one it has not. */
function ownGrants({ securityClass }: RegistrationContent, positionId: string): Grant[] {
  const isOpen = securityClass === 'B' || securityClass === 'T';
  return isOpen ? [{ kind: 'position', id: positionId, reason: 'registered' }] : [];
}

const sizeOf = (item: ItemInHand | undefined) => ({
  pageCount: item?.pageCount ?? 0,
  sizeBytes: item?.sizeBytes ?? 0,
});
