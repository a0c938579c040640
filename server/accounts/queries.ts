import { z } from 'zod';
import { type Db, many, one, run, type Tx } from '../db.ts';
import { ROLES } from '../organisation/roles.ts';

const AccountRow = z.object({
  id: z.uuid(),
  agencyId: z.uuid(),
  personId: z.uuid(),
  passwordHash: z.string(),
  isDisabled: z.boolean(),
});
export type AccountRow = z.output<typeof AccountRow>;

/** `account` and `session` have no tenant wall: log in does not know the agency yet. */
export function findAccountByNip(tx: Tx, nip: string): Promise<AccountRow | undefined> {
  return one(
    tx,
    `select id, agency_id, person_id, password_hash, disabled_at is not null as is_disabled from account where nip = :nip`,
    { nip },
    AccountRow,
  );
}

export async function insertAccount(
  tx: Tx,
  row: { id: string; agencyId: string; personId: string; nip: string; passwordHash: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into account (id, agency_id, person_id, nip, password_hash, created_at)
     values (:id, :agencyId, :personId, :nip, :passwordHash, :now)`,
    row,
  );
}

export async function insertSession(
  tx: Tx,
  row: { idHash: Buffer; accountId: string; agencyId: string; now: Date; expiresAt: Date; userAgent: string },
): Promise<void> {
  await run(
    tx,
    `insert into session (id_hash, account_id, agency_id, created_at, last_seen_at, expires_at, auth_level, authenticated_at, user_agent)
     values (:idHash, :accountId, :agencyId, :now, :now, :expiresAt, 'password', :now, :userAgent)`,
    row,
  );
}

const DeskFacts = z.object({
  appointmentId: z.uuid(),
  appointmentKind: z.enum(['definitif', 'plt', 'plh']),
  positionId: z.uuid(),
  unitId: z.uuid(),
  opdId: z.uuid(),
  canAct: z.boolean(),
  roles: z.array(z.object({ role: z.enum(ROLES), unitId: z.uuid() })),
  serves: z.array(z.uuid()),
});

const OpenedDesk = z.object({
  accountId: z.uuid(),
  agencyId: z.uuid(),
  personId: z.uuid(),
  lastSeenAt: z.string(),
  /** Null when no appointment was named, or the named one is not the person's or does not hold now. */
  desk: DeskFacts.nullable(),
});
export type OpenedDesk = z.output<typeof OpenedDesk>;

/** Session (neither expired, idle too long, nor of a disabled account) and desk of a request, in one round trip. */
export function openDesk(
  db: Db,
  query: { idHash: Buffer; now: Date; idleSince: Date; appointmentId: string | null },
): Promise<OpenedDesk | undefined> {
  return db.statement(`select * from open_desk(:idHash, :now, :idleSince, :appointmentId::uuid)`, query, OpenedDesk);
}

export async function findDeskOf(
  tx: Tx,
  query: { agencyId: string; personId: string; appointmentId: string; now: Date },
): Promise<z.output<typeof DeskFacts> | undefined> {
  const row = await one(
    tx,
    `select find_desk(:agencyId, :personId, :appointmentId, :now) as desk`,
    query,
    z.object({ desk: DeskFacts.nullable() }),
  );
  return row?.desk ?? undefined;
}

export async function setSessionSeen(tx: Tx, idHash: Buffer, now: Date): Promise<void> {
  await run(tx, `update session set last_seen_at = :now where id_hash = :idHash`, { idHash, now });
}

export function deleteSession(tx: Tx, idHash: Buffer): Promise<number> {
  return run(tx, `delete from session where id_hash = :idHash`, { idHash });
}

export function deleteSessionsOfAccount(tx: Tx, accountId: string): Promise<number> {
  return run(tx, `delete from session where account_id = :accountId`, { accountId });
}

const PersonRow = z.object({
  id: z.uuid(),
  name: z.string(),
  nip: z.string(),
  sex: z.enum(['L', 'P']),
  agencyName: z.string(),
  agencyShortName: z.string(),
  timeZone: z.string(),
  isDemo: z.boolean(),
});

export function findPersonWithAgency(
  tx: Tx,
  agencyId: string,
  personId: string,
): Promise<z.output<typeof PersonRow> | undefined> {
  return one(
    tx,
    `select p.id, p.name, p.nip, p.sex, g.name as agency_name, g.short_name as agency_short_name, g.time_zone, g.is_demo
     from person p join agency g on g.id = p.agency_id where p.agency_id = :agencyId and p.id = :personId`,
    { agencyId, personId },
    PersonRow,
  );
}

const AppointmentRow = z.object({
  id: z.uuid(),
  kind: z.enum(['definitif', 'plt', 'plh']),
  positionId: z.uuid(),
  unitId: z.uuid(),
  opdId: z.uuid(),
  title: z.string(),
  shortTitle: z.string(),
  unitName: z.string(),
  validTo: z.string().nullable(),
  canAct: z.boolean(),
  isReviewer: z.boolean(),
  isSignatory: z.boolean(),
  roles: z.array(z.object({ role: z.enum(ROLES), unitId: z.uuid() })),
});
export type AppointmentRow = z.output<typeof AppointmentRow>;

/** Appointments of a person that hold on a business date; `appointmentId` narrows to one. */
export function listAppointments(
  tx: Tx,
  query: { agencyId: string; personId: string; date: string; appointmentId: string | null },
): Promise<AppointmentRow[]> {
  return many(
    tx,
    `select a.id, a.kind, a.position_id, p.unit_id, coalesce(unit_opd(a.agency_id, p.unit_id), p.unit_id) as opd_id,
       p.title, p.short_title, u.name as unit_name,
       (upper(a.valid) - 1)::date as valid_to,
       a.kind <> 'definitif' or not exists (
         select 1 from appointment h where h.agency_id = a.agency_id and h.position_id = a.position_id
           and h.kind = 'plh' and not h.is_shared and h.valid @> :date::date) as can_act,
       exists (select 1 from position_relation r where r.agency_id = a.agency_id and r.kind = 'command'
         and r.from_position_id = a.position_id and r.valid @> :date::date)
         or exists (select 1 from circuit_step s where s.agency_id = a.agency_id and s.position_id = a.position_id) as is_reviewer,
       p.is_unit_head or p.kind = 'structural' as is_signatory,
       coalesce((select jsonb_agg(jsonb_build_object('role', pr.role, 'unitId', pr.unit_id)) from position_role pr
         where pr.agency_id = a.agency_id and pr.position_id = a.position_id), '[]'::jsonb) as roles
     from appointment a
     join position p on p.agency_id = a.agency_id and p.id = a.position_id
     join org_unit u on u.agency_id = a.agency_id and u.id = p.unit_id
     where a.agency_id = :agencyId and a.person_id = :personId and a.valid @> :date::date
       and p.abolished_at is null and (:appointmentId::uuid is null or a.id = :appointmentId::uuid)
     order by case a.kind when 'definitif' then 0 else 1 end, p.sort_order`,
    query,
    AppointmentRow,
  );
}
