import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import type { IntakeVerdict, Proposals } from './contract.ts';
import type { Key } from './queries.ts';
import { writeStorable } from './write-storable.ts';

const ToRead = z.object({ version: z.int(), unitId: z.uuid(), isDiscarded: z.boolean(), isRead: z.boolean() });

export function findToRead(tx: Tx, wanted: Key): Promise<z.output<typeof ToRead> | undefined> {
  return one(
    tx,
    `select version, unit_id, state = 'discarded' as is_discarded, read_at is not null as is_read from intake
     where agency_id = :agencyId and id = :intakeId`,
    wanted,
    ToRead,
  );
}

export interface PageToStore {
  ordinal: number;
  fileOrdinal: number;
  pageNumber: number;
  imageSha256: string;
  widthPx: number;
  heightPx: number;
  textSource: string;
  text: string;
  words: unknown;
}

/** Puts these pages in the place of those that were there. */
export async function replacePages(tx: Tx, wanted: Key, pages: readonly PageToStore[]): Promise<void> {
  await run(tx, `delete from intake_page where agency_id = :agencyId and intake_id = :intakeId`, wanted);
  await run(
    tx,
    `insert into intake_page (agency_id, intake_id, ordinal, file_ordinal, page_number, image_sha256, width_px, height_px, text_source,
       text, words)
     select :agencyId::uuid, :intakeId::uuid, p.ordinal, p."fileOrdinal", p."pageNumber", p."imageSha256", p."widthPx", p."heightPx",
       p."textSource", p.text, p.words
     from jsonb_to_recordset(:pages::jsonb) as p(ordinal int, "fileOrdinal" int, "pageNumber" int, "imageSha256" text, "widthPx" int,
       "heightPx" int, "textSource" text, text text, words jsonb)`,
    { ...wanted, pages: JSON.stringify(pages) },
  );
}

export async function replaceBands(tx: Tx, wanted: Key, bands: readonly string[]): Promise<void> {
  await run(tx, `delete from intake_band where agency_id = :agencyId and intake_id = :intakeId`, wanted);
  await run(
    tx,
    `insert into intake_band (agency_id, band, intake_id)
     select distinct :agencyId::uuid, band, :intakeId::uuid from unnest(:bands::text[]) as band`,
    { ...wanted, bands: [...bands] },
  );
}

export interface ReadingResult {
  engine: string;
  failure: string | null;
  proposals: Proposals;
  verdict: IntakeVerdict | null;
  searchableSha256: string | null;
  signature: readonly number[];
}

export async function setRead(tx: Tx, wanted: Key, result: ReadingResult & { now: Date }): Promise<void> {
  const { proposals, verdict, signature, ...plain } = result;
  await run(
    tx,
    `update intake set read_at = :now, read_failure = :failure, read_engine = :engine, proposals = :proposals::jsonb,
       verdict = :verdict::jsonb, searchable_sha256 = :searchableSha256, text_signature = :signature::int[],
       state = case when state = 'reading' then 'ready' else state end
     where agency_id = :agencyId and id = :intakeId`,
    {
      ...wanted,
      ...plain,
      proposals: writeStorable(proposals),
      verdict: verdict === null ? null : writeStorable(verdict),
      signature: [...signature],
    },
  );
}

const Signed = z.object({ intakeId: z.uuid(), signature: z.array(z.int()) });

export async function findSignature(tx: Tx, wanted: Key): Promise<number[]> {
  const row = await one(
    tx,
    `select id as intake_id, text_signature as signature from intake where agency_id = :agencyId and id = :intakeId`,
    wanted,
    Signed,
  );
  return row?.signature ?? [];
}

/** Items of the unit that share a key with the text, most keys first. */
export function listNearTexts(
  tx: Tx,
  query: { agencyId: string; unitId: string; bands: readonly string[]; limit: number },
): Promise<z.output<typeof Signed>[]> {
  return many(
    tx,
    `select i.id as intake_id, i.text_signature as signature
     from (select intake_id, count(*) as shared from intake_band where agency_id = :agencyId and band = any(:bands::text[])
       group by intake_id order by shared desc limit :limit) b
     join intake i on i.agency_id = :agencyId and i.id = b.intake_id
     where i.unit_id = :unitId`,
    { ...query, bands: [...query.bands] },
    Signed,
  );
}

const Same = z.object({ intakeId: z.uuid() });

/** Other items that hold one of the document files of this one, byte for byte. */
export async function listSameFiles(tx: Tx, wanted: Key): Promise<string[]> {
  const rows = await many(
    tx,
    `select distinct other.intake_id from intake_file own
     join intake_file other on other.agency_id = own.agency_id and other.sha256 = own.sha256 and other.intake_id <> own.intake_id
     where own.agency_id = :agencyId and own.intake_id = :intakeId and own.is_readable limit 50`,
    wanted,
    Same,
  );
  return rows.map(({ intakeId }) => intakeId);
}
