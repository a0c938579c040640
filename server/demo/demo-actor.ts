import { randomUUID } from 'node:crypto';
import { findDesk } from '../accounts/authenticate.ts';
import { businessDate } from '../business-time.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { EstablishedAgency } from '../organisation/agency-plan.ts';
import { findHolder } from '../organisation/directory.ts';
import { findAccountId } from './demo-queries.ts';

export function positionOf(agency: EstablishedAgency, key: string): string {
  const id = agency.positions.get(key);
  if (!id) throw new Error(`the demonstration has no position ${key}`);
  return id;
}

/** Whoever acts from the desk on the day the clock shows. */
export async function actorAt(deps: Deps, agency: EstablishedAgency, desk: string): Promise<DeskActor> {
  const { agencyId } = agency;
  const { date } = businessDate(deps.now(), 'Asia/Pontianak');
  const { holder, accountId } = await deps.db.transaction({ agencyId }, async (tx) => {
    const found = await findHolder(tx, { agencyId, positionId: positionOf(agency, desk), date });
    if (!found) throw new Error(`nobody holds ${desk} on ${date}`);
    return { holder: found, accountId: await findAccountId(tx, found.personId) };
  });
  const actor = await findDesk(
    deps,
    {
      kind: 'session',
      agencyId,
      accountId,
      personId: holder.personId,
      sessionHash: Buffer.alloc(0),
      requestId: randomUUID(),
      ip: '127.0.0.1',
      userAgent: 'demonstrasi',
      setCookie: () => undefined,
    },
    holder.appointmentId,
  );
  if (!actor) throw new Error(`${desk} cannot act on ${date}`);
  return { ...actor, isSeeded: true };
}
