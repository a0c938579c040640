import { uuidv7 } from 'uuidv7';
import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { businessDate } from '../business-time.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import type { JobHandler, JobRun } from '../job-run.ts';
import { grantIncoming, unitGrants } from '../incoming/access.ts';
import type { Grant } from '../letters/access.ts';
import { hint, notify } from '../notifications/notify.ts';
import { findRegister, type Register } from '../numbering/find-register.ts';
import { takeNumber } from '../numbering/take-number.ts';
import { enqueue, finishOutbox } from '../outbox.ts';
import { refreshRights } from '../search/index-letter.ts';
import { composeMail, isConfidential } from './compose-mail.ts';
import { insertMail } from './mail-queries.ts';
import { type IncomingPlan, planDelivery } from './plan-delivery.ts';
import {
  insertAddressees,
  insertIncoming,
  type LetterToDeliver,
  listPendingRecipients,
  lockLetter,
  type RecipientRow,
  setDispatched,
  setRecipientFailed,
} from './queries.ts';

export const NO_EMAIL = 'Belum ada surel: cetak dan kirim lewat ekspedisi.';
export const CONFIDENTIAL =
  'Surat rahasia tidak dikirim lewat surel: serahkan lewat ekspedisi dalam sampul tertutup. Pemberitahuan tanpa isi dikirim ke surel.';

/** Makes every incoming letter, agenda number, grant and mail of a signed letter, all in one transaction. */
export const deliverLetter: JobHandler<'delivery.deliver'> = async (deps, run, payload) => {
  await deps.db.transaction({ agencyId: run.actor.agencyId }, async (tx) => {
    const letter = await lockLetter(tx, { agencyId: run.actor.agencyId, letterId: payload.letterId });
    if (letter?.status === 'signed') await deliver(tx, deps, run, letter);
    await finishOutbox(tx, run.outboxId, deps.now());
  });
  await deps.checkpoint?.('delivered');
};

async function deliver(tx: Tx, deps: Deps, run: JobRun, letter: LetterToDeliver): Promise<void> {
  const { agencyId } = run.actor;
  const now = deps.now();
  const recipients = await listPendingRecipients(tx, { agencyId, letterId: letter.id });
  const plans = await plan(tx, agencyId, letter, recipients);
  const external = recipients.filter((recipient) => recipient.kind === 'external');
  for (const recipient of external) await sendOutside(tx, deps, agencyId, { letter, recipient });
  await tellDesks(tx, agencyId, { letter, plans, now });
  if (plans.length > 0) await enqueue(tx, agencyId, 'records.file', { letterId: letter.id }, { now });
  // Numbers last: each book stays locked until the commit.
  const delivered: AuditEntry[] = [];
  for (const each of plans) delivered.push(await makeIncoming(tx, deps, agencyId, { letter, plan: each }));
  await refreshRights(tx, agencyId, letter.id);
  const isDispatched = await setDispatched(tx, { agencyId, letterId: letter.id, now });
  await recordEvents(tx, deps, run.actor, [
    ...delivered,
    ...(isDispatched ? [{ action: 'letter.dispatched', letterId: letter.id }] : []),
  ]);
}

async function plan(
  tx: Tx,
  agencyId: string,
  letter: LetterToDeliver,
  recipients: readonly RecipientRow[],
): Promise<IncomingPlan[]> {
  const registers = new Map<string, Register | undefined>();
  const agendaOf = async (unitId: string) => {
    if (!registers.has(unitId)) registers.set(unitId, await findRegister(tx, agencyId, unitId, 'agenda'));
    return registers.get(unitId);
  };
  for (const { unitId } of recipients) if (unitId !== null) await agendaOf(unitId);
  const sender = await agendaOf(letter.signatoryUnitId ?? letter.unitId);
  return planDelivery({ type: letter.type, senderRegisterId: sender?.id, registers }, recipients);
}

async function makeIncoming(
  tx: Tx,
  deps: Deps,
  agencyId: string,
  { letter, plan: { registerId, unitId, recipients } }: { letter: LetterToDeliver; plan: IncomingPlan },
): Promise<AuditEntry> {
  const now = deps.now();
  const { date, year } = businessDate(now, letter.timeZone);
  const id = uuidv7();
  const agendaNumber =
    registerId === null ? null : await takeNumber(tx, { agencyId, registerId, date, entityId: id, now });
  const agendaYear = agendaNumber === null ? null : year;
  await insertIncoming(tx, {
    agencyId,
    id,
    letterId: letter.id,
    registerId,
    unitId,
    senderUnit: letter.unitName,
    agendaNumber,
    agendaYear,
    now,
    onDay: date,
  });
  const recipientIds = recipients.map((recipient) => recipient.id);
  await insertAddressees(tx, { agencyId, incomingId: id, recipientIds, now });
  await grantIncoming(tx, { agencyId, id, letterId: letter.id }, grantsOf(letter, { unitId, recipients }), now);
  const detail = { incomingId: id, unitId, agendaNumber, positionIds: recipients.map(({ positionId }) => positionId) };
  return { action: 'letter.delivered', letterId: letter.id, detail };
}

function grantsOf(letter: LetterToDeliver, { unitId, recipients }: Omit<IncomingPlan, 'registerId'>): Grant[] {
  const desks = recipients.flatMap(({ positionId, role }): Grant[] =>
    positionId === null
      ? []
      : [{ kind: 'position', id: positionId, reason: role === 'to' ? 'recipient' : 'carbon copy' }],
  );
  return [...desks, ...unitGrants(unitId, letter.securityClass)];
}

async function sendOutside(
  tx: Tx,
  deps: Deps,
  agencyId: string,
  { letter, recipient }: { letter: LetterToDeliver; recipient: RecipientRow },
): Promise<void> {
  const failure = recipient.email === '' ? NO_EMAIL : isConfidential(letter) ? CONFIDENTIAL : undefined;
  if (failure !== undefined) await setRecipientFailed(tx, { agencyId, recipientId: recipient.id, failure });
  if (recipient.email === '') return;
  const now = deps.now();
  const mailId = uuidv7();
  const mail = composeMail(letter, recipient.name, deps.config.publicUrl);
  await insertMail(tx, {
    agencyId,
    id: mailId,
    letterId: letter.id,
    recipientId: recipient.id,
    messageId: `<${mailId}@${new URL(deps.config.publicUrl).hostname}>`,
    toAddress: recipient.email,
    toName: recipient.name,
    subject: mail.subject,
    bodyText: mail.text,
    attachmentName: mail.attachmentName,
    attachmentSha256: mail.attachmentName === null ? null : letter.signedSha256,
    now,
  });
  await enqueue(tx, agencyId, 'delivery.mail', { letterId: letter.id, mailId }, { now });
}

async function tellDesks(
  tx: Tx,
  agencyId: string,
  { letter, plans, now }: { letter: LetterToDeliver; plans: readonly IncomingPlan[]; now: Date },
): Promise<void> {
  const desks = plans.flatMap(({ recipients }) => recipients.flatMap(({ positionId }) => positionId ?? []));
  const positionIds = [...new Set(desks)];
  const about = isConfidential(letter) ? 'surat rahasia' : letter.subject;
  const text = `Surat masuk dari ${letter.unitName}: ${about}`;
  await notify(tx, { agencyId, positionIds, kind: 'incoming', letterId: letter.id, text, now });
  if (positionIds.length > 0) await hint(tx, { agencyId, kind: 'incoming', entityId: letter.id, positionIds, now });
  const senders = [
    letter.drafterPositionId,
    ...(letter.signatoryPositionId === null ? [] : [letter.signatoryPositionId]),
  ];
  await hint(tx, { agencyId, kind: 'letter', entityId: letter.id, positionIds: [...new Set(senders)], now });
}
