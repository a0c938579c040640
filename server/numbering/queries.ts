import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

export const Register = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  kind: z.enum(['surat_dinas', 'nota_dinas', 'agenda']),
  name: z.string(),
  format: z.string(),
  padding: z.number(),
  unitCode: z.string(),
});
export type Register = z.output<typeof Register>;

/** Nearest unit upward; for those above every register (the regional head) the secretariat keeps the book. */
export function findRegisterUpward(
  tx: Tx,
  wanted: { agencyId: string; unitId: string; kind: string },
): Promise<Register | undefined> {
  return one(
    tx,
    `select r.id, r.unit_id, r.kind, r.name, r.format, r.padding, u.numbering_code as unit_code
     from register r
     join org_unit u on u.agency_id = r.agency_id and u.id = r.unit_id
     left join unit_ancestors(:agencyId, :unitId) a on a.unit_id = r.unit_id
     where r.agency_id = :agencyId and r.kind = :kind and (a.unit_id is not null or u.kind = 'setda')
     order by a.distance nulls last limit 1`,
    wanted,
    Register,
  );
}

const Taken = z.object({ number: z.number() });

export async function takeNextNumber(
  tx: Tx,
  taken: { agencyId: string; registerId: string; year: number; entityId: string; now: Date; onDay: string },
): Promise<number> {
  const row = await one(
    tx,
    `select take_number(:agencyId, :registerId, :year, :entityId, :now, :onDay::date) as number`,
    taken,
    Taken,
  );
  if (!row) throw new Error('take_number returned nothing');
  return row.number;
}

const Voided = z.object({ registerId: z.uuid(), year: z.number(), number: z.number() });

/** Keeps how the number read on the letter, which is about to lose it. */
export function voidEntries(
  tx: Tx,
  entry: { agencyId: string; entityId: string; reason: string; positionId: string | null; now: Date },
): Promise<z.output<typeof Voided>[]> {
  return many(
    tx,
    `update register_entry e set status = 'void', void_reason = :reason, voided_by_position_id = :positionId, voided_at = :now,
       void_letter_number = (select l.number from letter l where l.agency_id = e.agency_id and l.id = e.entity_id
         and l.register_id = e.register_id and l.register_year = e.year and l.register_number = e.number)
     where agency_id = :agencyId and entity_id = :entityId and status = 'used'
     returning register_id, year, number`,
    entry,
    Voided,
  );
}

export async function clearLetterNumber(tx: Tx, letter: { agencyId: string; letterId: string }): Promise<void> {
  await run(
    tx,
    `update letter set register_id = null, register_year = null, register_number = null, number = null, letter_date = null
     where agency_id = :agencyId and id = :letterId and status not in ('signing', 'signed', 'dispatched', 'revoked')`,
    letter,
  );
}
