import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';
import { HandlingGrade, LetterType, SecurityClass } from './contract.ts';
import { LETTER_STATUSES, type LetterStatus } from './states.ts';

export const LetterRow = z.object({
  id: z.uuid(),
  type: LetterType,
  status: z.enum(LETTER_STATUSES),
  version: z.int(),
  contentVersion: z.int(),
  drafterPositionId: z.uuid(),
  drafterPersonId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  opdId: z.uuid(),
  signatoryPositionId: z.uuid().nullable(),
  onBehalfOfPositionId: z.uuid().nullable(),
  subject: z.string(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  classificationCode: z.string().nullable(),
  body: z.unknown(),
  dueDate: z.string().nullable(),
  returnedStepId: z.uuid().nullable(),
  returnedBySignatory: z.boolean(),
  number: z.string().nullable(),
  registerYear: z.int().nullable(),
  letterDate: z.string().nullable(),
  signatoryName: z.string().nullable(),
  signatoryTitle: z.string().nullable(),
  signedAt: z.string().nullable(),
  signedSha256: z.string().nullable(),
  signatureLevel: z.string().nullable(),
  pageCount: z.int().nullable(),
  signedSizeBytes: z.int().nullable(),
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
  updatedAt: z.string(),
  destroyedAt: z.string().nullable(),
  minutesNumber: z.string().nullable(),
  minutesDate: z.string().nullable(),
});
export type LetterRow = z.output<typeof LetterRow>;

const SELECT = `select l.id, l.type, l.status, l.version, l.content_version, l.drafter_position_id, l.drafter_person_id, l.unit_id,
    u.name as unit_name, coalesce(unit_opd(l.agency_id, l.unit_id), l.unit_id) as opd_id,
    l.signatory_position_id, l.on_behalf_of_position_id, l.subject, l.handling_grade, l.security_class, l.classification_code, l.body,
    l.due_date, l.returned_step_id, l.returned_by_signatory, l.number, l.register_year, l.letter_date, l.signatory_name, l.signatory_title,
    l.signed_at, l.signed_sha256, l.signature_level, l.page_count, l.signed_size_bytes, l.created_at, l.submitted_at, l.updated_at,
    l.destroyed_at, m.number as minutes_number, m.paper_date as minutes_date
  from letter l join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  left join lateral destruction_minutes(l.agency_id, l.destroyed_by_disposal_id) m on true
  where l.agency_id = :agencyId and l.id = :letterId`;

export function findLetter(tx: Tx, agencyId: string, letterId: string): Promise<LetterRow | undefined> {
  return one(tx, SELECT, { agencyId, letterId }, LetterRow);
}

/** As findLetter, but keeps everyone else from changing the letter until the transaction ends. */
export function findLetterLocked(tx: Tx, agencyId: string, letterId: string): Promise<LetterRow | undefined> {
  return one(tx, `${SELECT} for update of l`, { agencyId, letterId }, LetterRow);
}

export async function insertLetter(
  tx: Tx,
  row: {
    agencyId: string;
    id: string;
    type: string;
    drafterPositionId: string;
    drafterPersonId: string;
    unitId: string;
    signatoryPositionId: string | null;
    body: string;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into letter (agency_id, id, type, status, version, drafter_position_id, drafter_person_id, unit_id, signatory_position_id,
       body, created_at, updated_at)
     values (:agencyId, :id, :type, 'draft', 1, :drafterPositionId, :drafterPersonId, :unitId, :signatoryPositionId, :body::jsonb, :now, :now)`,
    row,
  );
}

export interface ContentRow {
  type: string;
  subject: string;
  handlingGrade: string;
  securityClass: string;
  classificationCode: string | null;
  signatoryPositionId: string | null;
  onBehalfOfPositionId: string | null;
  dueDate: string | null;
  body: string;
  bodyText: string;
}

/** Writes content under the version the editor saw; false when someone else was faster. */
export async function setLetterContent(
  tx: Tx,
  letter: { agencyId: string; letterId: string; version: number; now: Date },
  content: ContentRow,
): Promise<boolean> {
  const changed = await run(
    tx,
    `update letter set type = :type, subject = :subject, handling_grade = :handlingGrade, security_class = :securityClass,
       classification_code = :classificationCode, signatory_position_id = :signatoryPositionId,
       on_behalf_of_position_id = :onBehalfOfPositionId, due_date = :dueDate, body = :body::jsonb, body_text = :bodyText,
       version = version + 1, updated_at = :now
     where agency_id = :agencyId and id = :letterId and version = :version`,
    { ...letter, ...content },
  );
  return changed === 1;
}

/** The conditional transition: false means the race is lost. */
export async function setLetterStatus(
  tx: Tx,
  letter: { agencyId: string; letterId: string; version: number; from: LetterStatus; to: LetterStatus; now: Date },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update letter set status = :to, version = version + 1, updated_at = :now,
       submitted_at = case when :from = 'draft' and :to in ('in_review', 'ready_to_sign') then :now else submitted_at end,
       returned_step_id = case when :to = 'draft' then returned_step_id else null end,
       returned_by_signatory = :to = 'draft' and returned_by_signatory
     where agency_id = :agencyId and id = :letterId and version = :version and status = :from`,
    letter,
  );
  return changed === 1;
}

export async function setReturned(
  tx: Tx,
  letter: { agencyId: string; letterId: string; stepId: string | null; bySignatory: boolean },
): Promise<void> {
  await run(
    tx,
    `update letter set returned_step_id = :stepId::uuid, returned_by_signatory = :bySignatory
     where agency_id = :agencyId and id = :letterId`,
    letter,
  );
}

export async function setContentVersion(
  tx: Tx,
  letter: { agencyId: string; letterId: string; contentVersion: number },
): Promise<void> {
  await run(
    tx,
    `update letter set content_version = :contentVersion where agency_id = :agencyId and id = :letterId`,
    letter,
  );
}
