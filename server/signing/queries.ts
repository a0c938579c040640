import { z } from 'zod';
import { SecurityClass } from '../letters/contract.ts';
import { LETTER_STATUSES } from '../letters/states.ts';
import { type Db, one, type Tx } from '../db.ts';

const Signable = z.object({
  id: z.uuid(),
  type: z.enum(['surat_dinas', 'nota_dinas']),
  status: z.enum(LETTER_STATUSES),
  version: z.number(),
  contentVersion: z.number(),
  securityClass: SecurityClass,
  classificationCode: z.string().nullable(),
  drafterPositionId: z.uuid(),
  signatoryPositionId: z.uuid().nullable(),
  signatoryTitle: z.string().nullable(),
  signatoryUnitId: z.uuid().nullable(),
  unitName: z.string(),
  registerId: z.uuid().nullable(),
  registerYear: z.number().nullable(),
  registerNumber: z.number().nullable(),
  number: z.string().nullable(),
  personName: z.string(),
  personRank: z.string(),
  personNip: z.string(),
  timeZone: z.string(),
  token: z.string().nullable(),
  shortCode: z.string().nullable(),
});
export type Signable = z.output<typeof Signable>;

const signableSql = `
  select l.id, l.type, l.status, l.version, l.content_version, l.security_class, l.classification_code, l.drafter_position_id,
    l.signatory_position_id, s.title as signatory_title, s.unit_id as signatory_unit_id, u.name as unit_name, l.register_id,
    l.register_year, l.register_number, l.number, p.name as person_name, p.rank as person_rank, p.nip as person_nip, a.time_zone, v.token, v.short_code
  from letter l
  join agency a on a.id = l.agency_id
  join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  join person p on p.agency_id = l.agency_id and p.id = :personId
  left join position s on s.agency_id = l.agency_id and s.id = l.signatory_position_id
  left join verification_token v on v.agency_id = l.agency_id and v.letter_id = l.id
  where l.agency_id = :agencyId and l.id = :letterId`;

type Wanted = { agencyId: string; letterId: string; personId: string };

export function findSignable(tx: Tx, wanted: Wanted): Promise<Signable | undefined> {
  return one(tx, signableSql, wanted, Signable);
}

export function lockSignable(tx: Tx, wanted: Wanted): Promise<Signable | undefined> {
  return one(tx, `${signableSql} for update of l`, wanted, Signable);
}

const Accepted = z.object({ number: z.string().nullable() });

/**
 * Calls the database function `accept_signature`, which is the whole transaction. The number as printed, or undefined
 * when the letter or the idempotency key has moved on. "@number@" in events and response becomes the number.
 */
export async function acceptSignature(
  db: Db,
  facts: Record<string, unknown>,
  texts: { sealed: Buffer; events: readonly string[]; response: string },
): Promise<string | undefined> {
  const row = await db.statement(
    `select accept_signature(:facts::jsonb, :sealed::bytea, :events::text[], :response) as number`,
    { facts: JSON.stringify(facts), ...texts },
    Accepted,
  );
  const number = row?.number ?? undefined;
  if (number !== undefined) await db.flush();
  return number;
}
