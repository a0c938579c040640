import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { findReader, type ReportScope } from './queries.ts';

export interface ReportRights {
  scope: ReportScope;
  scopeName: string;
  unitCount: number;
  canEdit: boolean;
}

/** Who leads, serves or audits the whole agency sees all of it; others see their own OPD. */
export async function reportRights(
  tx: Tx,
  actor: DeskActor,
  period: { from: string; to: string },
): Promise<ReportRights> {
  if (period.from > period.to)
    throw new AppError('invalid_input', {
      fields: [{ path: 'to', message: 'Tanggal akhir harus sesudah tanggal awal' }],
    });
  const reader = await findReader(tx, actor);
  if (!reader) throw new Error(`desk ${actor.positionId} is no position of its agency`);
  const roles = new Set(actor.roles.map(({ role }) => role));
  const seesAgency = reader.leadsAgency || reader.isSecretary || roles.has('admin') || roles.has('auditor');
  const own = seesAgency
    ? { opdId: null, scopeName: reader.agencyName, unitCount: reader.opdCount }
    : { opdId: actor.opdId, scopeName: reader.opdName, unitCount: 1 };
  return {
    scope: { agencyId: actor.agencyId, opdId: own.opdId, from: period.from, to: period.to },
    scopeName: own.scopeName,
    unitCount: own.unitCount,
    canEdit: actor.canAct && (reader.isSecretary || roles.has('admin')),
  };
}
