import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { PARTY_ROLES, type PartyRole } from './states.ts';

const PartyRow = z.object({
  role: z.enum(PARTY_ROLES),
  positionId: z.uuid(),
  title: z.string(),
  signatureTitle: z.string(),
  isRegionalHead: z.boolean(),
  opdId: z.uuid(),
  holderPersonId: z.uuid().nullable(),
  holderName: z.string().nullable(),
  holderRank: z.string().nullable(),
  holderNip: z.string().nullable(),
  holderKind: z.enum(['definitif', 'plt', 'plh']).nullable(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  personRank: z.string().nullable(),
  personNip: z.string().nullable(),
  verdict: z.enum(['approve', 'return', 'attend']).nullable(),
  note: z.string(),
  actedAt: z.string().nullable(),
});
export type PartyRow = z.output<typeof PartyRow>;

const HOLDER = `left join lateral (
    select h.id, h.name, h.rank, h.nip, a.kind from appointment a join person h on h.agency_id = a.agency_id and h.id = a.person_id
    where a.agency_id = p.agency_id and a.position_id = p.id and a.valid @> :date::date
    order by case a.kind when 'definitif' then 1 else 0 end limit 1) holder on true`;
const DESK = `p.id as position_id, p.title, p.signature_title, p.is_regional_head,
  coalesce(unit_opd(p.agency_id, p.unit_id), p.unit_id) as opd_id, holder.id as holder_person_id, holder.name as holder_name,
  holder.rank as holder_rank, holder.nip as holder_nip, holder.kind as holder_kind`;

export function listParties(
  tx: Tx,
  query: { agencyId: string; disposalId: string; date: string },
): Promise<PartyRow[]> {
  return many(
    tx,
    `select y.role, ${DESK}, y.person_id, who.name as person_name, who.rank as person_rank, who.nip as person_nip, y.verdict, y.note, y.acted_at
     from disposal_party y
     join position p on p.agency_id = y.agency_id and p.id = y.position_id
     left join person who on who.agency_id = y.agency_id and who.id = y.person_id
     ${HOLDER}
     where y.agency_id = :agencyId and y.disposal_id = :disposalId order by y.ordinal`,
    query,
    PartyRow,
  );
}

/** The regional head as a signatory, who is no chosen party. */
export function findRegionalHead(tx: Tx, query: { agencyId: string; date: string }): Promise<PartyRow | undefined> {
  return one(
    tx,
    `select 'receiver' as role, ${DESK}, null::uuid as person_id, null as person_name, null as person_rank, null as person_nip, null as verdict,
       '' as note, null as acted_at
     from position p ${HOLDER}
     where p.agency_id = :agencyId and p.is_regional_head and p.abolished_at is null limit 1`,
    query,
    PartyRow,
  );
}

type Key = { agencyId: string; disposalId: string };

export async function replaceParties(
  tx: Tx,
  given: Key & { roles: readonly PartyRole[]; parties: readonly { role: PartyRole; positionId: string }[] },
): Promise<void> {
  const { agencyId, disposalId } = given;
  await run(
    tx,
    `delete from disposal_party where agency_id = :agencyId and disposal_id = :disposalId and role = any(:roles::text[])`,
    { agencyId, disposalId, roles: [...given.roles] },
  );
  await run(
    tx,
    `insert into disposal_party (agency_id, disposal_id, role, position_id, ordinal)
     select :agencyId, :disposalId, given.role, given.position_id, given.ordinal * 10
     from unnest(:roles::text[], :positionIds::uuid[]) with ordinality as given (role, position_id, ordinal)`,
    {
      agencyId,
      disposalId,
      roles: given.parties.map(({ role }) => role),
      positionIds: given.parties.map(({ positionId }) => positionId),
    },
  );
}

/** A new round forgets what parties said in the one before; the events keep it. */
export async function clearVerdicts(tx: Tx, key: Key): Promise<void> {
  await run(
    tx,
    `update disposal_party set verdict = null, person_id = null, acted_at = null, note = '', typed_count = null
     where agency_id = :agencyId and disposal_id = :disposalId`,
    key,
  );
}

export async function setVerdict(
  tx: Tx,
  given: Key & {
    roles: readonly PartyRole[];
    positionId: string;
    personId: string;
    verdict: 'approve' | 'return' | 'attend';
    note: string;
    typedCount: number;
    now: Date;
  },
): Promise<boolean> {
  const set = await run(
    tx,
    `update disposal_party set verdict = :verdict, person_id = :personId, note = :note, typed_count = :typedCount, acted_at = :now
     where agency_id = :agencyId and disposal_id = :disposalId and role = any(:roles::text[]) and position_id = :positionId
       and verdict is null`,
    { ...given, roles: [...given.roles] },
  );
  return set > 0;
}

const PositionFacts = z.object({
  id: z.uuid(),
  isUnitHead: z.boolean(),
  isOfUnit: z.boolean(),
  isHeadOfUnit: z.boolean(),
  isArchivist: z.boolean(),
});
export type PositionFacts = z.output<typeof PositionFacts>;

/** What the named desks are to a unit. */
export function listPositionFacts(
  tx: Tx,
  query: { agencyId: string; unitId: string; positionIds: readonly string[] },
): Promise<PositionFacts[]> {
  return many(
    tx,
    `select p.id, p.is_unit_head, coalesce(unit_opd(p.agency_id, p.unit_id), p.unit_id) = :unitId::uuid as is_of_unit,
       p.is_unit_head and p.unit_id = :unitId::uuid as is_head_of_unit,
       exists (select from position_role r where r.agency_id = p.agency_id and r.position_id = p.id and r.unit_id = :unitId::uuid
         and r.role = 'archivist') as is_archivist
     from position p where p.agency_id = :agencyId and p.id = any(:positionIds::uuid[]) and p.abolished_at is null`,
    { ...query, positionIds: [...query.positionIds] },
    PositionFacts,
  );
}

const IsHead = z.object({ isRegionalHead: z.boolean() });

export async function isRegionalHead(tx: Tx, key: { agencyId: string; positionId: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select is_regional_head from position where agency_id = :agencyId and id = :positionId`,
    key,
    IsHead,
  );
  return row?.isRegionalHead === true;
}
