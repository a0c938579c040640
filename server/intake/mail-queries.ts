import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

const UnitRow = z.object({ unitId: z.uuid() });

/** The unit of a mailbox, when this agency is the one that is meant. */
export function findMailboxUnit(
  tx: Tx,
  wanted: { agencyId: string; unitCode: string; agency: string | null },
): Promise<z.output<typeof UnitRow> | undefined> {
  return one(
    tx,
    `select u.id as unit_id from org_unit u join agency a on a.id = u.agency_id
     where u.agency_id = :agencyId and lower(u.numbering_code) = lower(:unitCode)
       and (:agency::text is null or a.id::text = :agency::text or lower(a.short_name) = lower(:agency::text))
     order by u.id limit 1`,
    wanted,
    UnitRow,
  );
}

const MailboxRow = z.object({
  id: z.uuid(),
  uidValidity: z.string(),
  lastUid: z.int(),
  takeFrom: z.string().nullable(),
});
export type MailboxRow = z.output<typeof MailboxRow>;

/** `takeFrom` counts for a mailbox that is met for the first time. */
export async function ensureMailbox(
  tx: Tx,
  mailbox: { agencyId: string; id: string; unitId: string; address: string; takeFrom: Date },
): Promise<MailboxRow> {
  await run(
    tx,
    `insert into intake_mailbox (agency_id, id, unit_id, address, take_from)
     values (:agencyId, :id, :unitId, :address, (:takeFrom::timestamptz at time zone 'UTC')::date) on conflict do nothing`,
    mailbox,
  );
  const row = await one(
    tx,
    `select id, uid_validity, last_uid, take_from from intake_mailbox where agency_id = :agencyId and unit_id = :unitId and address = :address`,
    { agencyId: mailbox.agencyId, unitId: mailbox.unitId, address: mailbox.address },
    MailboxRow,
  );
  if (!row) throw new Error('mailbox row is missing');
  return row;
}

/** Messages of one mailbox are taken one after the other, whoever polls it. */
export async function lockMailbox(tx: Tx, mailbox: { agencyId: string; mailboxId: string }): Promise<void> {
  await run(tx, `select id from intake_mailbox where agency_id = :agencyId and id = :mailboxId for update`, mailbox);
}

/** Never moves back within one UIDVALIDITY. */
export async function setCursor(
  tx: Tx,
  cursor: { agencyId: string; mailboxId: string; uidValidity: string; lastUid: number },
): Promise<void> {
  await run(
    tx,
    `update intake_mailbox set uid_validity = :uidValidity,
       last_uid = case when uid_validity = :uidValidity then greatest(last_uid, :lastUid::bigint) else :lastUid::bigint end
     where agency_id = :agencyId and id = :mailboxId`,
    cursor,
  );
}

export async function setPolled(
  tx: Tx,
  polled: { agencyId: string; mailboxId: string; failure: string | null; now: Date },
): Promise<void> {
  await run(
    tx,
    `update intake_mailbox set polled_at = :now, failure = :failure,
       failed_since = case when :failure::text is null then null else coalesce(failed_since, :now::timestamptz) end
     where agency_id = :agencyId and id = :mailboxId`,
    polled,
  );
}

const ProblemRow = z.object({ address: z.string(), problem: z.string(), since: z.string() });

export function listMailProblems(
  tx: Tx,
  query: { agencyId: string; unitIds: readonly string[] },
): Promise<z.output<typeof ProblemRow>[]> {
  return many(
    tx,
    `select address, failure as problem, failed_since as since from intake_mailbox
     where agency_id = :agencyId and unit_id = any(:unitIds::uuid[]) and failure is not null order by address`,
    { agencyId: query.agencyId, unitIds: [...query.unitIds] },
    ProblemRow,
  );
}

const TakenRow = z.object({
  rawSha256: z.string(),
  mailSubject: z.string().nullable(),
  mailText: z.string().nullable(),
  files: z.array(z.string()),
});
export type TakenRow = z.output<typeof TakenRow>;

/** What was taken from the mailbox under this id, or with these bytes. */
export function listTaken(
  tx: Tx,
  message: { agencyId: string; mailboxId: string; messageId: string; rawSha256: string },
): Promise<TakenRow[]> {
  return many(
    tx,
    `select m.raw_sha256, i.mail_subject, i.mail_text,
       array(select f.sha256 from intake_file f where f.agency_id = i.agency_id and f.intake_id = i.id
         and f.media_type <> 'message/rfc822' order by f.ordinal) as files
     from intake_message m join intake i on i.agency_id = m.agency_id and i.id = m.intake_id
     where m.agency_id = :agencyId and m.mailbox_id = :mailboxId
       and (m.raw_sha256 = :rawSha256 or m.message_id = :messageId)`,
    message,
    TakenRow,
  );
}

export async function insertMessage(
  tx: Tx,
  message: {
    agencyId: string;
    id: string;
    mailboxId: string;
    messageId: string;
    rawSha256: string;
    intakeId: string;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into intake_message (agency_id, id, mailbox_id, message_id, raw_sha256, intake_id, taken_at)
     values (:agencyId, :id, :mailboxId, :messageId, :rawSha256, :intakeId, :now)`,
    message,
  );
}
