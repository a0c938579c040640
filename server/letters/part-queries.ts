import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

interface LetterKey {
  agencyId: string;
  letterId: string;
}

const RecipientRow = z.object({
  id: z.uuid(),
  role: z.enum(['to', 'cc']),
  kind: z.enum(['internal', 'external']),
  positionId: z.uuid().nullable(),
  name: z.string(),
  unitName: z.string().nullable(),
  unitPlace: z.string().nullable(),
  address: z.string(),
  place: z.string(),
  email: z.string(),
  deliveryStatus: z.enum(['pending', 'delivered', 'handed_over', 'failed']),
  deliveredAt: z.string().nullable(),
  openedAt: z.string().nullable(),
  failure: z.string().nullable(),
  agendaNumber: z.int().nullable(),
});
export type RecipientRow = z.output<typeof RecipientRow>;

/** Recipients in printing order; an internal one carries the title of its desk. */
export function listRecipients(tx: Tx, letter: LetterKey): Promise<RecipientRow[]> {
  return many(
    tx,
    `select r.id, r.role, r.kind, r.position_id, coalesce(p.title, r.name) as name, u.name as unit_name, u.place as unit_place,
       r.address, r.place, r.email, r.delivery_status, r.delivered_at, r.opened_at, r.failure, i.agenda_number
     from letter_recipient r
     left join position p on p.agency_id = r.agency_id and p.id = r.position_id
     left join org_unit u on u.agency_id = p.agency_id and u.id = p.unit_id
     left join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
     where r.agency_id = :agencyId and r.letter_id = :letterId order by r.role desc, r.ordinal`,
    { agencyId: letter.agencyId, letterId: letter.letterId },
    RecipientRow,
  );
}

export interface NewRecipient {
  id: string;
  role: string;
  ordinal: number;
  kind: string;
  positionId: string | null;
  name: string;
  address: string;
  place: string;
  email: string;
}

export async function deleteRecipients(tx: Tx, letter: LetterKey): Promise<void> {
  await run(tx, `delete from letter_recipient where agency_id = :agencyId and letter_id = :letterId`, {
    agencyId: letter.agencyId,
    letterId: letter.letterId,
  });
}

export async function insertRecipients(tx: Tx, letter: LetterKey, recipients: readonly NewRecipient[]): Promise<void> {
  await run(
    tx,
    `insert into letter_recipient (agency_id, id, letter_id, role, ordinal, kind, position_id, name, address, place, email)
     select :agencyId::uuid, r.id, :letterId::uuid, r.role, r.ordinal, r.kind, r."positionId", r.name, r.address, r.place, r.email
     from jsonb_to_recordset(:recipients::jsonb) as r(id uuid, role text, ordinal int, kind text, "positionId" uuid, name text,
       address text, place text, email text)`,
    { agencyId: letter.agencyId, letterId: letter.letterId, recipients: JSON.stringify(recipients) },
  );
}

const AnnexRow = z.object({
  id: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  pageCount: z.int(),
});
export type AnnexRow = z.output<typeof AnnexRow>;

export function listAnnexes(tx: Tx, letter: LetterKey): Promise<AnnexRow[]> {
  return many(
    tx,
    `select id, file_name, media_type, sha256, size_bytes, page_count from letter_annex
     where agency_id = :agencyId and letter_id = :letterId order by ordinal, created_at`,
    { agencyId: letter.agencyId, letterId: letter.letterId },
    AnnexRow,
  );
}

export async function insertAnnex(tx: Tx, letter: LetterKey, annex: AnnexRow & { now: Date }): Promise<void> {
  await run(
    tx,
    `insert into letter_annex (agency_id, id, letter_id, ordinal, file_name, media_type, sha256, size_bytes, page_count, created_at)
     select :agencyId, :id, :letterId, coalesce(max(ordinal), 0) + 1, :fileName, :mediaType, :sha256, :sizeBytes, :pageCount, :now
     from letter_annex where agency_id = :agencyId and letter_id = :letterId`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ...annex },
  );
}

export async function deleteAnnex(tx: Tx, letter: LetterKey, annexId: string): Promise<boolean> {
  await run(
    tx,
    `delete from blob_ref where agency_id = :agencyId and owner_kind = 'letter_annex' and owner_id = :annexId`,
    {
      agencyId: letter.agencyId,
      annexId,
    },
  );
  const deleted = await run(
    tx,
    `delete from letter_annex where agency_id = :agencyId and letter_id = :letterId and id = :annexId`,
    { agencyId: letter.agencyId, letterId: letter.letterId, annexId },
  );
  return deleted === 1;
}

const CommentRow = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  contentVersion: z.int(),
  anchor: z.object({ block: z.int(), quote: z.string() }).nullable(),
  positionId: z.uuid(),
  personId: z.uuid(),
  authorName: z.string(),
  authorTitle: z.string(),
  text: z.string(),
  createdAt: z.string(),
  resolvedAt: z.string().nullable(),
});
export type CommentRow = z.output<typeof CommentRow>;

export function listComments(tx: Tx, letter: LetterKey): Promise<CommentRow[]> {
  return many(
    tx,
    `select c.id, c.parent_id, c.content_version, c.anchor, c.position_id, c.person_id, person.name as author_name,
       p.title as author_title, c.text, c.created_at, c.resolved_at
     from letter_comment c
     join person on person.agency_id = c.agency_id and person.id = c.person_id
     join position p on p.agency_id = c.agency_id and p.id = c.position_id
     where c.agency_id = :agencyId and c.letter_id = :letterId order by c.created_at, c.id`,
    { agencyId: letter.agencyId, letterId: letter.letterId },
    CommentRow,
  );
}

export async function insertComment(
  tx: Tx,
  letter: LetterKey,
  comment: {
    id: string;
    parentId: string | null;
    contentVersion: number;
    anchor: string | null;
    positionId: string;
    personId: string;
    text: string;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into letter_comment (agency_id, id, letter_id, parent_id, content_version, anchor, position_id, person_id, text, created_at)
     values (:agencyId, :id, :letterId, :parentId::uuid, :contentVersion, :anchor::jsonb, :positionId, :personId, :text, :now)`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ...comment },
  );
}

export async function setCommentResolved(
  tx: Tx,
  letter: LetterKey,
  resolved: { commentId: string; personId: string; now: Date },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update letter_comment set resolved_at = :now, resolved_by_person_id = :personId
     where agency_id = :agencyId and letter_id = :letterId and (id = :commentId or parent_id = :commentId) and resolved_at is null`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ...resolved },
  );
  return changed > 0;
}

const ReturnRow = z.object({ reason: z.string().nullable() });

/** The reason given with the latest return. */
export async function findReturnReason(tx: Tx, letter: LetterKey): Promise<string | null> {
  const row = await one(
    tx,
    `select body::jsonb -> 'detail' ->> 'reason' as reason from event
     where agency_id = :agencyId and letter_id = :letterId and action = 'letter.returned' order by seq desc limit 1`,
    { agencyId: letter.agencyId, letterId: letter.letterId },
    ReturnRow,
  );
  return row?.reason ?? null;
}

const TokenRow = z.object({ token: z.string(), shortCode: z.string() });

export function findVerification(tx: Tx, letter: LetterKey): Promise<z.output<typeof TokenRow> | undefined> {
  return one(
    tx,
    `select token, short_code from verification_token where agency_id = :agencyId and letter_id = :letterId`,
    { agencyId: letter.agencyId, letterId: letter.letterId },
    TokenRow,
  );
}
