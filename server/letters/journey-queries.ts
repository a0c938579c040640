import { z } from 'zod';
import { many, type Tx } from '../db.ts';

interface LetterKey {
  agencyId: string;
  letterId: string;
}

const RecipientName = z.object({ id: z.uuid(), role: z.enum(['to', 'cc']), name: z.string() });

export function listRecipientNames(tx: Tx, letter: LetterKey): Promise<z.output<typeof RecipientName>[]> {
  return many(
    tx,
    `select r.id, r.role, coalesce(p.title, r.name) as name from letter_recipient r
     left join position p on p.agency_id = r.agency_id and p.id = r.position_id
     where r.agency_id = :agencyId and r.letter_id = :letterId order by r.role desc, r.ordinal`,
    { ...letter },
    RecipientName,
  );
}

const Arrival = z.object({ id: z.uuid(), unitName: z.string(), agendaNumber: z.number().nullable() });

export function listArrivals(tx: Tx, letter: LetterKey): Promise<z.output<typeof Arrival>[]> {
  return many(
    tx,
    `select i.id, u.name as unit_name, i.agenda_number from incoming_letter i
     join org_unit u on u.agency_id = i.agency_id and u.id = i.unit_id
     where i.agency_id = :agencyId and i.origin_letter_id = :letterId`,
    { ...letter },
    Arrival,
  );
}

const UnitName = z.object({ id: z.uuid(), name: z.string() });

export function listUnitNames(
  tx: Tx,
  query: { agencyId: string; unitIds: readonly string[] },
): Promise<z.output<typeof UnitName>[]> {
  return many(
    tx,
    `select id, name from org_unit where agency_id = :agencyId and id = any(:unitIds::uuid[])`,
    { agencyId: query.agencyId, unitIds: [...query.unitIds] },
    UnitName,
  );
}

const Label = z.object({ id: z.uuid(), shortTitle: z.string() });

export function listShortTitles(
  tx: Tx,
  query: { agencyId: string; positionIds: readonly string[] },
): Promise<z.output<typeof Label>[]> {
  return many(
    tx,
    `select id, short_title from position where agency_id = :agencyId and id = any(:positionIds::uuid[])`,
    { agencyId: query.agencyId, positionIds: [...query.positionIds] },
    Label,
  );
}
