import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

const Standing = z.object({ id: z.uuid() });

/** The open standing file of a classification and year; made when there is none. */
export async function ensureStandingFile(
  tx: Tx,
  file: { agencyId: string; unitId: string; id: string; code: string; year: number; now: Date },
): Promise<string> {
  const find = () =>
    one(
      tx,
      `select id from record_file where agency_id = :agencyId and unit_id = :unitId and classification_code = :code
         and year = :year and is_standing and status = 'open'`,
      { agencyId: file.agencyId, unitId: file.unitId, code: file.code, year: file.year },
      Standing,
    );
  const known = await find();
  if (known) return known.id;
  await run(
    tx,
    `insert into record_file (agency_id, id, unit_id, classification_code, year, number, title, created_at)
     select :agencyId::uuid, :id::uuid, :unitId::uuid, c.code, :year::int, take_file_number(:agencyId::uuid, :unitId::uuid, :year::int),
       c.name || ' ' || :year::text, :now::timestamptz
     from classification c where c.agency_id = :agencyId and c.code = :code on conflict do nothing`,
    file,
  );
  const made = await find();
  if (!made) throw new Error('a standing file that was just made is missing');
  return made.id;
}

const Imported = z.object({ fileId: z.uuid() });

export function findImportedFile(
  tx: Tx,
  key: { agencyId: string; originKey: string },
): Promise<z.output<typeof Imported> | undefined> {
  return one(
    tx,
    `select file_id from imported_file where agency_id = :agencyId and origin_key = :originKey`,
    key,
    Imported,
  );
}

/** A file (berkas) as it stood elsewhere, under a number of the unit that takes it in. */
export async function insertImportedFile(
  tx: Tx,
  file: { agencyId: string; unitId: string; id: string; originKey: string; metadata: unknown; now: Date },
): Promise<void> {
  const bindings = { ...file, metadata: JSON.stringify(file.metadata) };
  await run(
    tx,
    `insert into record_file (agency_id, id, unit_id, classification_code, year, number, title, description, is_standing, status,
       lifecycle, closed_on, trigger_on, active_years, inactive_years, trigger_event, final_action, exception_note, active_until,
       inactive_until, created_at)
     select :agencyId::uuid, :id::uuid, :unitId::uuid, m.classification ->> 'code', m.year,
       take_file_number(:agencyId::uuid, :unitId::uuid, m.year), m.title, m.description, false,
       case when m.status = 'closed' and m."closedOn" is not null then 'closed' else 'open' end,
       case when m.lifecycle in ('active', 'inactive', 'permanent') then m.lifecycle else 'permanent' end,
       m."closedOn", m."triggerOn", m."activeYears", m."inactiveYears", m."triggerEvent", m."finalAction", m."exceptionNote",
       m."activeUntil", m."inactiveUntil", :now::timestamptz
     from jsonb_to_record(:metadata::jsonb) as m(classification jsonb, year int, title text, description text, status text,
       lifecycle text, "closedOn" date, "triggerOn" date, "activeYears" int, "inactiveYears" int, "triggerEvent" text,
       "finalAction" text, "exceptionNote" text, "activeUntil" date, "inactiveUntil" date)`,
    bindings,
  );
  await run(
    tx,
    `insert into imported_file (agency_id, origin_key, file_id, metadata) values (:agencyId, :originKey, :id, :metadata::jsonb)`,
    bindings,
  );
}

const Place = z.object({ id: z.uuid() });

type Places = { agencyId: string; fileIds: readonly string[] };

/** Keeps other commands on the files waiting until this transaction ends; always in the order of ids. */
export async function lockLoadedFiles(tx: Tx, { agencyId, fileIds }: Places): Promise<void> {
  await many(
    tx,
    `select id from record_file where agency_id = :agencyId and id = any(:fileIds::uuid[]) order by id for update`,
    { agencyId, fileIds: [...fileIds] },
    Place,
  );
}

/**
 * Which of these locked files take nothing more: gone, merged into another, or named in an open disposal; of standing
 * files also those that were closed since they were looked up.
 */
export async function listBarredFiles(tx: Tx, { agencyId, fileIds }: Places): Promise<Set<string>> {
  const rows = await many(
    tx,
    `select f.id from record_file f
     where f.agency_id = :agencyId and f.id = any(:fileIds::uuid[])
       and (f.lifecycle in ('destroyed', 'handed_over') or f.status = 'merged' or (f.is_standing and f.status <> 'open') or exists (
         select from disposal_file df where df.agency_id = f.agency_id and df.file_id = f.id and df.is_open))`,
    { agencyId, fileIds: [...fileIds] },
    Place,
  );
  return new Set(rows.map(({ id }) => id));
}
