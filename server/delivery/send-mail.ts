import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import type { JobHandler, JobRun } from '../job-run.ts';
import { JOBS } from '../jobs.ts';
import { hint, notify } from '../notifications/notify.ts';
import { finishOutbox } from '../outbox.ts';
import { findMail, type MailRow, setMailFailed, setMailHandedOver } from './mail-queries.ts';
import { MailRefused } from './mail-transport.ts';
import { lockLetter, setDispatched, setRecipientFailed, setRecipientHandedOver } from './queries.ts';

/**
 * Hands one mail to the next server. It may be handed over twice when the worker dies in between; the fixed Message-ID
 * lets the receiving side see that it is the same mail.
 */
export const sendMail: JobHandler<'delivery.mail'> = async (deps, run, payload) => {
  const { agencyId } = run.actor;
  const mail = await read(deps, run.actor, (tx) => findMail(tx, { agencyId, mailId: payload.mailId }));
  if (mail?.status !== 'waiting') return;
  const failure = await handOver(deps, run, mail);
  await deps.checkpoint?.('mail_handed_over');
  await deps.db.transaction({ agencyId }, async (tx) => {
    // Two mails of one letter may end together: the second must see the first to know that the letter is dispatched.
    await lockLetter(tx, { agencyId, letterId: mail.letterId });
    if (failure === undefined) await markHandedOver(tx, deps, run, mail);
    else await markFailed(tx, deps, run, { mail, failure });
    await finishOutbox(tx, run.outboxId, deps.now());
  });
};

/** Undefined once handed over; the reason when it never will be. Throws while trying again makes sense. */
async function handOver(deps: Deps, run: JobRun, mail: MailRow): Promise<string | undefined> {
  try {
    await deps.mail.send({
      agencyId: run.actor.agencyId,
      messageId: mail.messageId,
      to: { name: mail.toName, address: mail.toAddress },
      subject: mail.subject,
      text: mail.bodyText,
      attachment:
        mail.attachmentSha256 === null
          ? null
          : {
              fileName: mail.attachmentName ?? 'surat.pdf',
              bytes: await deps.files.read(run.actor.agencyId, mail.attachmentSha256),
            },
    });
    return undefined;
  } catch (error) {
    if (error instanceof MailRefused)
      return `Surel ditolak server penerima (${error.reply}): periksa alamat, atau kirim lewat ekspedisi.`;
    if (run.tries + 1 < JOBS['delivery.mail'].attempts) throw error;
    deps.log.error({ err: error, mailId: mail.id }, 'mail given up');
    return 'Surel tidak dapat diserahkan setelah dicoba berkali-kali: kirim lewat ekspedisi.';
  }
}

async function markHandedOver(tx: Tx, deps: Deps, run: JobRun, mail: MailRow): Promise<void> {
  const { agencyId } = run.actor;
  const now = deps.now();
  if (!(await setMailHandedOver(tx, { agencyId, mailId: mail.id, now }))) return;
  await setRecipientHandedOver(tx, { agencyId, recipientId: mail.recipientId, now });
  await settle(tx, deps, run, {
    mail,
    action: 'letter.mailed',
    detail: { recipientId: mail.recipientId, messageId: mail.messageId },
  });
}

async function markFailed(
  tx: Tx,
  deps: Deps,
  run: JobRun,
  { mail, failure }: { mail: MailRow; failure: string },
): Promise<void> {
  const { agencyId } = run.actor;
  if (!(await setMailFailed(tx, { agencyId, mailId: mail.id, failure }))) return;
  await setRecipientFailed(tx, { agencyId, recipientId: mail.recipientId, failure });
  await notify(tx, {
    agencyId,
    positionIds: [mail.drafterPositionId],
    kind: 'mail_failed',
    letterId: mail.letterId,
    text: `Surel untuk ${mail.toName} gagal dikirim. ${failure}`,
    now: deps.now(),
  });
  await settle(tx, deps, run, {
    mail,
    action: 'letter.mail_failed',
    detail: { recipientId: mail.recipientId, failure },
  });
}

async function settle(
  tx: Tx,
  deps: Deps,
  run: JobRun,
  { mail, action, detail }: { mail: MailRow; action: string; detail: Record<string, unknown> },
): Promise<void> {
  const { agencyId } = run.actor;
  const now = deps.now();
  const { letterId } = mail;
  const isDispatched = await setDispatched(tx, { agencyId, letterId, now });
  await hint(tx, { agencyId, kind: 'letter', entityId: letterId, positionIds: [mail.drafterPositionId], now });
  await recordEvents(tx, deps, run.actor, [
    { action, letterId, detail },
    ...(isDispatched ? [{ action: 'letter.dispatched', letterId }] : []),
  ]);
}
