import type { Tx } from '../db.ts';
import { hint } from '../notifications/notify.ts';
import { listRoleDesks } from '../organisation/directory.ts';

const ROLES = ['registry', 'mail_receiver', 'mail_controller'] as const;

/** Lets the screens of a unit's registry ask again for the scan queue. */
export async function tellRegistry(
  tx: Tx,
  item: { agencyId: string; intakeId: string; unitId: string; now: Date },
): Promise<void> {
  const { agencyId, intakeId, unitId, now } = item;
  const positionIds = await listRoleDesks(tx, { agencyId, unitId, roles: ROLES });
  if (positionIds.length > 0) await hint(tx, { agencyId, kind: 'intake', entityId: intakeId, positionIds, now });
}
