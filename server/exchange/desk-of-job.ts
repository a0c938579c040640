import { findDesk } from '../accounts/authenticate.ts';
import type { Deps, DeskActor } from '../deps.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The desk that ordered a job, as it stands now: rights are asked when the work is done. Undefined when it is over. */
export function deskOfJob(
  deps: Deps,
  agencyId: string,
  job: { id: string; personId: string; appointmentId: string },
): Promise<DeskActor | undefined> {
  const session = {
    kind: 'session',
    agencyId,
    accountId: NOBODY,
    personId: job.personId,
    sessionHash: Buffer.alloc(32),
    requestId: job.id,
    ip: '',
    userAgent: '',
    setCookie: () => undefined,
  } as const;
  return findDesk(deps, session, job.appointmentId);
}
