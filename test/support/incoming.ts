import { randomUUID } from 'node:crypto';
import type { Deps } from '../../server/deps.ts';
import { grantIncoming, unitGrants } from '../../server/incoming/access.ts';
import type { DeskKey, TestAgency } from './agency.ts';
import { rowsOf } from './rows.ts';
import type { TestDeps } from './deps.ts';

export interface IncomingWanted {
  to?: DeskKey[];
  cc?: DeskKey[];
  securityClass?: 'B' | 'T' | 'R' | 'SR';
  handlingGrade?: 'biasa' | 'segera' | 'sangat_segera';
  subject?: string;
}

/** A letter from outside, registered at the unit of Diskominfo and directed to desks. */
export async function makeIncoming(
  deps: Deps & Pick<TestDeps, 'database'>,
  agency: TestAgency,
  wanted: IncomingWanted = {},
): Promise<string> {
  const { to = ['kadis'], cc = [], securityClass = 'B', handlingGrade = 'biasa', subject = 'Permohonan data' } = wanted;
  const { agencyId } = agency;
  const id = randomUUID();
  const now = deps.now();
  const unitId = agency.unitId('kominfo');
  const { adminUrl } = deps.database;
  await rowsOf(
    adminUrl,
    `insert into incoming_letter (agency_id, id, unit_id, status, received_at, received_date, channel, sender_title, sender_unit, number,
       letter_date, subject, handling_grade, security_class)
     values ($1, $2, $3, 'directed', $4::timestamptz, $4::timestamptz::date, 'counter', 'Direktur', 'PT Sinar Kapuas', '088/SKN/XI/2026', $4::timestamptz::date, $5, $6, $7)`,
    [agencyId, id, unitId, now, subject, handlingGrade, securityClass],
  );
  const desks = [...to.map((key) => ({ key, role: 'to' })), ...cc.map((key) => ({ key, role: 'cc' }))];
  for (const { key, role } of desks)
    await rowsOf(
      adminUrl,
      `insert into incoming_addressee (agency_id, incoming_id, position_id, role, received_at) values ($1, $2, $3, $4, $5)`,
      [agencyId, id, agency.desk(key).positionId, role, now],
    );
  const grants = desks.map(({ key }) => ({
    kind: 'position' as const,
    id: agency.desk(key).positionId,
    reason: 'recipient',
  }));
  await deps.db.transaction({ agencyId }, (tx) =>
    grantIncoming(tx, { agencyId, id, letterId: null }, [...grants, ...unitGrants(unitId, securityClass)], now),
  );
  return id;
}
