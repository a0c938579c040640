import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { PAPER_KINDS, type PaperKind } from './states.ts';

type PaperKey = { agencyId: string; paperId: string };

const PaperRow = z.object({
  id: z.uuid(),
  disposalId: z.uuid(),
  kind: z.enum(PAPER_KINDS),
  status: z.enum(['preparing', 'open', 'stamping', 'signed', 'void']),
  version: z.int(),
  number: z.string(),
  paperDate: z.string(),
  pageCount: z.int().nullable(),
  sha256: z.string().nullable(),
  previousSha256: z.string().nullable(),
  waitingSince: z.string().nullable(),
  failure: z.string().nullable(),
  createdAt: z.string(),
  shortCode: z.string(),
});
export type PaperRow = z.output<typeof PaperRow>;

const PAPER = `select o.id, o.disposal_id, o.kind, o.status, o.version, o.number, o.paper_date, o.page_count, o.sha256, o.previous_sha256,
    o.waiting_since, o.failure, o.created_at, t.short_code
  from official_paper o join verification_token t on t.agency_id = o.agency_id and t.paper_id = o.id`;

export function findPaper(tx: Tx, key: PaperKey): Promise<PaperRow | undefined> {
  return one(tx, `${PAPER} where o.agency_id = :agencyId and o.id = :paperId`, key, PaperRow);
}

export function findPaperLocked(tx: Tx, key: PaperKey): Promise<PaperRow | undefined> {
  return one(tx, `${PAPER} where o.agency_id = :agencyId and o.id = :paperId for update of o`, key, PaperRow);
}

/** Papers of a disposal that are not void, in the order they were made. */
export function listPapers(tx: Tx, key: { agencyId: string; disposalId: string }): Promise<PaperRow[]> {
  return many(
    tx,
    `${PAPER} where o.agency_id = :agencyId and o.disposal_id = :disposalId and o.status <> 'void' order by o.created_at, o.id`,
    key,
    PaperRow,
  );
}

const Sheet = z.object({ sheet: z.unknown() });

export async function findSheet(tx: Tx, key: PaperKey): Promise<unknown> {
  return (await one(tx, `select sheet from official_paper where agency_id = :agencyId and id = :paperId`, key, Sheet))
    ?.sheet;
}

export async function insertPaper(
  tx: Tx,
  row: {
    agencyId: string;
    id: string;
    disposalId: string;
    kind: PaperKind;
    sheet: object;
    registerId: string;
    year: number;
    serial: number;
    number: string;
    date: string;
    token: string;
    shortCode: string;
    now: Date;
  },
): Promise<void> {
  const { token, shortCode, agencyId, id, now, ...paper } = row;
  await run(
    tx,
    `insert into official_paper (agency_id, id, disposal_id, kind, status, sheet, register_id, register_year, register_number, number,
       paper_date, created_at)
     values (:agencyId, :id, :disposalId, :kind, 'preparing', :sheet::jsonb, :registerId, :year, :serial, :number, :date, :now)`,
    { agencyId, id, now, ...paper, sheet: JSON.stringify(paper.sheet) },
  );
  await run(
    tx,
    `insert into verification_token (token, short_code, agency_id, paper_id, created_at)
     values (:token, :shortCode, :agencyId, :id, :now)`,
    { token, shortCode, agencyId, id, now },
  );
}

const Signatory = z.object({
  ordinal: z.int(),
  caption: z.string(),
  positionId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  title: z.string(),
  box: z.object({ page: z.number(), x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  status: z.enum(['waiting', 'sealed', 'signed']),
  signedAt: z.string().nullable(),
});
export type SignatoryRow = z.output<typeof Signatory>;
const SIGNATORY = `select ordinal, caption, position_id, person_id, name, title, box, status, signed_at from paper_signatory`;

export function listSignatories(tx: Tx, key: PaperKey): Promise<SignatoryRow[]> {
  return many(tx, `${SIGNATORY} where agency_id = :agencyId and paper_id = :paperId order by ordinal`, key, Signatory);
}

export async function insertSignatory(
  tx: Tx,
  row: PaperKey & {
    ordinal: number;
    caption: string;
    positionId: string;
    personId: string;
    name: string;
    title: string;
  },
): Promise<void> {
  await run(
    tx,
    `insert into paper_signatory (agency_id, paper_id, ordinal, caption, position_id, person_id, name, title)
     values (:agencyId, :paperId, :ordinal, :caption, :positionId, :personId, :name, :title)`,
    row,
  );
}

export async function setBoxes(tx: Tx, given: PaperKey & { boxes: readonly object[] }): Promise<void> {
  for (const [index, box] of given.boxes.entries())
    await run(
      tx,
      `update paper_signatory set box = :box::jsonb where agency_id = :agencyId and paper_id = :paperId and ordinal = :ordinal`,
      { agencyId: given.agencyId, paperId: given.paperId, ordinal: index + 1, box: JSON.stringify(box) },
    );
}

export async function setLaidOut(
  tx: Tx,
  given: PaperKey & { sha256: string; sizeBytes: number; pageCount: number },
): Promise<boolean> {
  return (
    (await run(
      tx,
      `update official_paper set status = 'open', version = version + 1, sha256 = :sha256, size_bytes = :sizeBytes, page_count = :pageCount
       where agency_id = :agencyId and id = :paperId and status = 'preparing'`,
      given,
    )) === 1
  );
}

/** The one conditional update that decides whose bytes become the next revision. */
export async function setSealed(
  tx: Tx,
  given: PaperKey & {
    version: number;
    ordinal: number;
    certificateId: string;
    sha256: string;
    sizeBytes: number;
    now: Date;
  },
): Promise<boolean> {
  const { ordinal, certificateId, now, ...paper } = given;
  const moved = await run(
    tx,
    `update official_paper set status = 'stamping', version = version + 1, previous_sha256 = sha256, sha256 = :sha256,
       size_bytes = :sizeBytes, failure = null
     where agency_id = :agencyId and id = :paperId and status = 'open' and version = :version`,
    paper,
  );
  if (moved !== 1) return false;
  const { agencyId, paperId } = given;
  const sealed = await run(
    tx,
    `update paper_signatory set status = 'sealed', certificate_id = :certificateId, sealed_at = :now
     where agency_id = :agencyId and paper_id = :paperId and ordinal = :ordinal and status = 'waiting'`,
    { agencyId, paperId, ordinal, certificateId, now },
  );
  return sealed === 1;
}

/** False when another run has done it. */
export async function setStamped(
  tx: Tx,
  given: PaperKey & { sealedSha256: string; sha256: string; sizeBytes: number; timestampTime: Date | null; now: Date },
): Promise<boolean> {
  const { timestampTime, now, ...paper } = given;
  const moved = await run(
    tx,
    `update official_paper o set version = version + 1, sha256 = :sha256, size_bytes = :sizeBytes, previous_sha256 = null,
       waiting_since = null, status = case when exists (select from paper_signatory s where s.agency_id = o.agency_id
         and s.paper_id = o.id and s.status = 'waiting') then 'open' else 'signed' end, signed_at = :now
     where agency_id = :agencyId and id = :paperId and status = 'stamping' and sha256 = :sealedSha256`,
    { ...paper, now },
  );
  if (moved !== 1) return false;
  await run(
    tx,
    `update paper_signatory set status = 'signed', signed_at = :now, timestamp_time = :timestampTime
     where agency_id = :agencyId and paper_id = :paperId and status = 'sealed'`,
    { agencyId: given.agencyId, paperId: given.paperId, timestampTime, now },
  );
  return true;
}

/** Gives a signature up that did not pass its own check: the paper is again what it was before it. */
export async function setSealRefused(tx: Tx, given: PaperKey & { failure: string }): Promise<boolean> {
  const moved = await run(
    tx,
    `update official_paper set status = 'open', version = version + 1, sha256 = previous_sha256, previous_sha256 = null,
       waiting_since = null, failure = :failure
     where agency_id = :agencyId and id = :paperId and status = 'stamping'`,
    given,
  );
  if (moved !== 1) return false;
  const { agencyId, paperId } = given;
  await run(
    tx,
    `update paper_signatory set status = 'waiting', certificate_id = null, sealed_at = null
     where agency_id = :agencyId and paper_id = :paperId and status = 'sealed'`,
    { agencyId, paperId },
  );
  return true;
}

export async function setWaiting(tx: Tx, given: PaperKey & { now: Date }): Promise<void> {
  await run(
    tx,
    `update official_paper set waiting_since = coalesce(waiting_since, :now) where agency_id = :agencyId and id = :paperId`,
    given,
  );
}

const Voided = z.object({ id: z.uuid(), number: z.string() });

export function voidPapers(
  tx: Tx,
  given: { agencyId: string; disposalId: string; reason: string },
): Promise<z.output<typeof Voided>[]> {
  return many(
    tx,
    `update official_paper set status = 'void', version = version + 1, void_reason = :reason
     where agency_id = :agencyId and disposal_id = :disposalId and status <> 'void' returning id, number`,
    given,
    Voided,
  );
}

/** The register of archive papers of a unit, made when its first paper is numbered. */
export async function ensureRegister(tx: Tx, given: { agencyId: string; unitId: string; id: string }): Promise<void> {
  await run(
    tx,
    `insert into register (agency_id, id, unit_id, kind, name, format)
     select :agencyId, :id, u.id, 'arsip', 'Naskah penyusutan arsip ' || u.short_name, '{klasifikasi}/{nomor}/{unit}-A'
     from org_unit u where u.agency_id = :agencyId and u.id = :unitId
     on conflict do nothing`,
    given,
  );
}

const UnitId = z.object({ unitId: z.uuid() });

/** The unit whose book numbers what a desk signs; the secretariat keeps it for the regional head. */
export async function findNumberingUnit(
  tx: Tx,
  desk: { agencyId: string; positionId: string },
): Promise<string | undefined> {
  const row = await one(
    tx,
    `select coalesce(unit_opd(p.agency_id, p.unit_id), s.id, p.unit_id) as unit_id
     from position p left join org_unit s on s.agency_id = p.agency_id and s.kind = 'setda'
     where p.agency_id = :agencyId and p.id = :positionId limit 1`,
    desk,
    UnitId,
  );
  return row?.unitId;
}

const AgencyFacts = z.object({ name: z.string(), timeZone: z.string() });

export function findAgencyFacts(tx: Tx, agencyId: string): Promise<z.output<typeof AgencyFacts> | undefined> {
  return one(tx, `select name, time_zone from agency where id = :agencyId`, { agencyId }, AgencyFacts);
}
