import { z } from 'zod';
import { many, one, type Db, type Tx } from '../db.ts';

const AgencyRow = z.object({ id: z.uuid(), isDemo: z.boolean() });
const Found = z.object({ found: z.boolean() });

/** Whether the database holds a demonstration, and a whole one; agencies of real work count as complete. */
export async function findDemoState(db: Db): Promise<'none' | 'partial' | 'complete'> {
  const agencies = await db.transaction({ agencyId: null }, (tx) =>
    many(tx, `select id, is_demo from agency`, {}, AgencyRow),
  );
  const [agency] = agencies;
  if (!agency) return 'none';
  if (!agency.isDemo || agencies.length > 1) return 'complete';
  const row = await db.transaction({ agencyId: agency.id }, (tx) =>
    one(
      tx,
      `select exists (select 1 from event where agency_id = :agencyId and action = 'demo.completed') as found`,
      { agencyId: agency.id },
      Found,
    ),
  );
  return row?.found === true ? 'complete' : 'partial';
}

const IncomingRow = z.object({ incomingId: z.uuid() });

export function findIncomingOfDesk(
  tx: Tx,
  desk: { agencyId: string; letterId: string; positionId: string },
): Promise<{ incomingId: string } | undefined> {
  return one(
    tx,
    `select a.incoming_id from incoming_addressee a
     join incoming_letter i on i.agency_id = a.agency_id and i.id = a.incoming_id
     where a.agency_id = :agencyId and i.origin_letter_id = :letterId and a.position_id = :positionId limit 1`,
    desk,
    IncomingRow,
  );
}

const SignerRow = z.object({
  personId: z.uuid(),
  nip: z.string(),
  name: z.string(),
  title: z.string(),
  unitName: z.string(),
});
export type SignerRow = z.output<typeof SignerRow>;

/** People who hold, now or later, a structural desk: the ones that may sign. */
export function listSigners(tx: Tx, agencyId: string): Promise<SignerRow[]> {
  return many(
    tx,
    `select distinct on (person.id) person.id as person_id, person.nip, person.name, p.title, u.name as unit_name
     from appointment a
     join person on person.agency_id = a.agency_id and person.id = a.person_id
     join position p on p.agency_id = a.agency_id and p.id = a.position_id
     join org_unit u on u.agency_id = p.agency_id and u.id = p.unit_id
     where a.agency_id = :agencyId and (p.kind = 'structural' or exists (select from position_role r
       where r.agency_id = p.agency_id and r.position_id = p.id and r.role in ('archivist', 'auditor')))
     order by person.id, case a.kind when 'definitif' then 0 else 1 end`,
    { agencyId },
    SignerRow,
  );
}

const AccountRow = z.object({ id: z.uuid(), nip: z.string() });

export async function findAccountId(tx: Tx, personId: string): Promise<string> {
  const row = await one(tx, `select id, nip from account where person_id = :personId`, { personId }, AccountRow);
  if (!row) throw new Error('a demonstration person has no account');
  return row.id;
}

/** The newest disposition of a letter that a desk received. */
export async function findItemOfDesk(
  tx: Tx,
  wanted: { agencyId: string; incomingId: string; positionId: string },
): Promise<string | undefined> {
  const row = await one(
    tx,
    `select id from disposition_item
     where agency_id = :agencyId and incoming_id = :incomingId and position_id = :positionId and received_at is not null
     order by received_at desc, id desc limit 1`,
    wanted,
    z.object({ id: z.uuid() }),
  );
  return row?.id;
}
