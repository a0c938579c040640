import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { establishScheme } from '../retention/establish-scheme.ts';
import type { CodeFacts } from '../retention/retention-shapes.ts';
import type { AgencyPlan, ClassificationPlan, EstablishedAgency, PositionPlan } from './agency-plan.ts';
import {
  insertAgency,
  insertAppointment,
  insertAssumptions,
  insertPerson,
  insertPosition,
  insertPositionRelation,
  insertPositionRole,
  insertRegister,
  insertUnit,
} from './establish-queries.ts';

/** Writes a whole organisation in one transaction; the database's own rules refuse overlaps and double heads. */
export function establishAgency(deps: Pick<Deps, 'db' | 'now'>, plan: AgencyPlan): Promise<EstablishedAgency> {
  const agencyId = uuidv7();
  return deps.db.transaction({ agencyId }, async (tx) => {
    await insertAgency(tx, {
      id: agencyId,
      name: plan.name,
      shortName: plan.shortName,
      province: plan.province,
      timeZone: plan.timeZone,
      isDemo: plan.isDemo,
      now: deps.now(),
    });
    await establishScheme(tx, { agencyId, codes: plan.classifications.map(planCode), now: deps.now() });
    const units = await writeUnits(tx, agencyId, plan);
    const positions = await writePositions(tx, agencyId, plan, units);
    const people = await writePeople(tx, agencyId, plan);
    const appointments = await writeAppointments(tx, agencyId, plan, { people, positions });
    for (const register of plan.registers)
      await insertRegister(tx, { ...register, agencyId, id: uuidv7(), unitId: idOf(units, register.unit) });
    await insertAssumptions(tx, { agencyId, ...plan.assumptions, now: deps.now() });
    return { agencyId, units, positions, people, appointments };
  });
}

function planCode(plan: ClassificationPlan): { code: string; facts: CodeFacts } {
  const { code, name, parent: parentCode, activeYears, inactiveYears, finalAction } = plan;
  const { triggerEvent = '', exceptionNote = '', securityClass = 'B', accessNote = '' } = plan;
  const hasRule = activeYears !== null && inactiveYears !== null && finalAction !== null;
  const rule = hasRule ? { activeYears, inactiveYears, triggerEvent, finalAction, exceptionNote } : null;
  return { code, facts: { name, parentCode, rule, securityClass, accessNote } };
}

async function writeUnits(tx: Tx, agencyId: string, plan: AgencyPlan): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [sortOrder, unit] of plan.units.entries()) {
    const id = uuidv7();
    ids.set(unit.key, id);
    await insertUnit(tx, {
      ...unit,
      agencyId,
      id,
      parentId: unit.parent === null ? null : idOf(ids, unit.parent),
      sortOrder,
    });
  }
  return ids;
}

async function writePositions(
  tx: Tx,
  agencyId: string,
  plan: AgencyPlan,
  units: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const ids = new Map(plan.positions.map((position) => [position.key, uuidv7()]));
  for (const [sortOrder, position] of plan.positions.entries())
    await insertPosition(tx, {
      ...position,
      agencyId,
      id: idOf(ids, position.key),
      unitId: idOf(units, position.unit),
      sortOrder,
    });
  for (const position of plan.positions) await writeRelations(tx, agencyId, position, ids);
  for (const position of plan.positions)
    for (const role of position.roles)
      await insertPositionRole(tx, {
        agencyId,
        positionId: idOf(ids, position.key),
        unitId: idOf(units, roleUnit(plan, position, role)),
        role,
      });
  return ids;
}

function roleUnit(plan: AgencyPlan, position: PositionPlan, role: string): string {
  const byKey = new Map(plan.units.map((unit) => [unit.key, unit]));
  let unit = byKey.get(position.unit);
  const isWanted = (candidate: { isOpd: boolean; parent: string | null }) =>
    role === 'admin' || role === 'auditor' ? candidate.parent === null : candidate.isOpd || candidate.parent === null;
  while (unit && !isWanted(unit)) unit = unit.parent === null ? undefined : byKey.get(unit.parent);
  return unit?.key ?? position.unit;
}

async function writeRelations(
  tx: Tx,
  agencyId: string,
  position: PositionPlan,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const self = idOf(ids, position.key);
  const relate = (kind: string, from: string, to: string) =>
    insertPositionRelation(tx, { agencyId, id: uuidv7(), kind, from, to });
  if (position.commandParent) await relate('command', idOf(ids, position.commandParent), self);
  if (position.secretaryOf) await relate('secretary_of', self, idOf(ids, position.secretaryOf));
  for (const other of position.coordinates) await relate('coordination', self, idOf(ids, other));
}

async function writePeople(tx: Tx, agencyId: string, plan: AgencyPlan): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const person of plan.people) {
    const id = uuidv7();
    ids.set(person.key, id);
    await insertPerson(tx, { ...person, agencyId, id });
  }
  return ids;
}

async function writeAppointments(
  tx: Tx,
  agencyId: string,
  plan: AgencyPlan,
  ids: { people: ReadonlyMap<string, string>; positions: ReadonlyMap<string, string> },
): Promise<Map<string, string>> {
  const appointments = new Map<string, string>();
  for (const appointment of plan.appointments) {
    const id = uuidv7();
    appointments.set(`${appointment.person}/${appointment.position}/${appointment.kind}`, id);
    await insertAppointment(tx, {
      ...appointment,
      agencyId,
      id,
      personId: idOf(ids.people, appointment.person),
      positionId: idOf(ids.positions, appointment.position),
      isShared: appointment.isShared ?? false,
    });
  }
  return appointments;
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The plan names "${key}", which it does not describe`);
  return id;
}
