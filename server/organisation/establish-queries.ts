import { run, type Tx } from '../db.ts';
import type { AssumptionsPlan, RegisterPlan, UnitPlan } from './agency-plan.ts';

interface Owned {
  agencyId: string;
  id: string;
}

export async function insertAgency(
  tx: Tx,
  row: { id: string; name: string; shortName: string; province: string; timeZone: string; isDemo: boolean; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into agency (id, name, short_name, province, time_zone, is_demo, created_at)
     values (:id, :name, :shortName, :province, :timeZone, :isDemo, :now)`,
    row,
  );
  await run(tx, `select open_audit_chain(:id::uuid)`, { id: row.id });
}

export async function insertUnit(
  tx: Tx,
  row: Owned & UnitPlan & { parentId: string | null; sortOrder: number },
): Promise<void> {
  await run(
    tx,
    `insert into org_unit (agency_id, id, parent_id, kind, name, short_name, numbering_code, is_opd, letterhead, place, sort_order)
     values (:agencyId, :id, :parentId, :kind, :name, :shortName, :numberingCode, :isOpd, :letterhead::jsonb, :place, :sortOrder)`,
    {
      agencyId: row.agencyId,
      id: row.id,
      parentId: row.parentId,
      kind: row.kind,
      name: row.name,
      shortName: row.shortName,
      numberingCode: row.numberingCode,
      isOpd: row.isOpd,
      letterhead: row.letterhead === null ? null : JSON.stringify(row.letterhead),
      place: row.place,
      sortOrder: row.sortOrder,
    },
  );
}

export async function insertPosition(
  tx: Tx,
  row: Owned & {
    unitId: string;
    title: string;
    shortTitle: string;
    signatureTitle: string;
    echelon: string | null;
    kind: string;
    isUnitHead: boolean;
    isRegionalHead: boolean;
    sortOrder: number;
  },
): Promise<void> {
  await run(
    tx,
    `insert into position (agency_id, id, unit_id, title, short_title, signature_title, echelon, kind, is_unit_head, is_regional_head, sort_order)
     values (:agencyId, :id, :unitId, :title, :shortTitle, :signatureTitle, :echelon, :kind, :isUnitHead, :isRegionalHead, :sortOrder)`,
    {
      agencyId: row.agencyId,
      id: row.id,
      unitId: row.unitId,
      title: row.title,
      shortTitle: row.shortTitle,
      signatureTitle: row.signatureTitle,
      echelon: row.echelon,
      kind: row.kind,
      isUnitHead: row.isUnitHead,
      isRegionalHead: row.isRegionalHead,
      sortOrder: row.sortOrder,
    },
  );
}

export async function insertPositionRelation(
  tx: Tx,
  row: Owned & { kind: string; from: string; to: string },
): Promise<void> {
  await run(
    tx,
    `insert into position_relation (agency_id, id, from_position_id, to_position_id, kind, valid)
     values (:agencyId, :id, :from, :to, :kind, daterange('2020-01-01', null))`,
    { ...row },
  );
}

export async function insertPositionRole(
  tx: Tx,
  row: { agencyId: string; positionId: string; unitId: string; role: string },
): Promise<void> {
  await run(
    tx,
    `insert into position_role (agency_id, position_id, unit_id, role) values (:agencyId, :positionId, :unitId, :role)`,
    row,
  );
}

export async function insertPerson(
  tx: Tx,
  row: Owned & { nip: string; name: string; rank: string; sex: string; email: string | null },
): Promise<void> {
  await run(
    tx,
    `insert into person (agency_id, id, nip, name, rank, sex, email) values (:agencyId, :id, :nip, :name, :rank, :sex, :email)`,
    {
      agencyId: row.agencyId,
      id: row.id,
      nip: row.nip,
      name: row.name,
      rank: row.rank,
      sex: row.sex,
      email: row.email,
    },
  );
}

export async function insertAppointment(
  tx: Tx,
  row: Owned & {
    personId: string;
    positionId: string;
    kind: string;
    from: string;
    to: string | null;
    isShared: boolean;
    decreeNumber: string;
  },
): Promise<void> {
  await run(
    tx,
    `insert into appointment (agency_id, id, person_id, position_id, kind, valid, is_shared, decree_number)
     values (:agencyId, :id, :personId, :positionId, :kind, daterange(:from::date, :to::date), :isShared, :decreeNumber)`,
    {
      agencyId: row.agencyId,
      id: row.id,
      personId: row.personId,
      positionId: row.positionId,
      kind: row.kind,
      from: row.from,
      to: row.to,
      isShared: row.isShared,
      decreeNumber: row.decreeNumber,
    },
  );
}

export async function insertRegister(tx: Tx, row: Owned & RegisterPlan & { unitId: string }): Promise<void> {
  await run(
    tx,
    `insert into register (agency_id, id, unit_id, kind, name, format, padding)
     values (:agencyId, :id, :unitId, :kind, :name, :format, :padding)`,
    {
      agencyId: row.agencyId,
      id: row.id,
      unitId: row.unitId,
      kind: row.kind,
      name: row.name,
      format: row.format,
      padding: row.padding,
    },
  );
}

export async function insertAssumptions(tx: Tx, row: AssumptionsPlan & { agencyId: string; now: Date }): Promise<void> {
  await run(
    tx,
    `insert into savings_assumption (agency_id, valid_from, paper_rupiah_per_rim, toner_rupiah_per_page, courier_rupiah_per_delivery,
       draft_reprints, disposition_copies, kilograms_per_rim, set_at)
     values (:agencyId, :validFrom, :paperRupiahPerRim, :tonerRupiahPerPage, :courierRupiahPerDelivery,
       :draftReprints, :dispositionCopies, :kilogramsPerRim, :now)`,
    { ...row },
  );
}
