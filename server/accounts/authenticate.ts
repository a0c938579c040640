import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { businessDate } from '../business-time.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor, SessionActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Authenticator } from '../http.ts';
import { findTimeZone } from '../organisation/directory.ts';
import { findSession, listAppointments, setSessionSeen } from './queries.ts';
import { IDLE_LIMIT_MS, readSessionCookie } from './session-cookie.ts';

const SEEN_EVERY_MS = 60_000;

export function hashSessionId(sessionId: string): Buffer {
  return createHash('sha256').update(sessionId).digest();
}

/** Turns cookies and headers into actors; rights inside a desk are asked by the verbs. */
export const authenticator: Authenticator = {
  async session(deps, request, visitor) {
    const sessionId = readSessionCookie(request, deps.config);
    if (!sessionId) throw new AppError('unauthenticated');
    const sessionHash = hashSessionId(sessionId);
    const row = await deps.db.transaction({ agencyId: null }, (tx) => touchSession(tx, deps, sessionHash));
    if (!row) throw new AppError('unauthenticated');
    return { ...visitor, kind: 'session', ...row, sessionHash };
  },
  async desk(deps, request, session) {
    const appointmentId = namedAppointment(request);
    if (appointmentId === undefined) throw new AppError('desk_required');
    const desk = await findDesk(deps, session, appointmentId);
    if (!desk) throw new AppError('desk_invalid');
    return desk;
  },
};

/** The desk a person may act from now, or undefined; the server's own clock decides. */
export function findDesk(deps: Deps, session: SessionActor, appointmentId: string): Promise<DeskActor | undefined> {
  return deps.db.transaction({ agencyId: session.agencyId }, async (tx) => {
    const { date } = businessDate(deps.now(), await findTimeZone(tx, session.agencyId));
    const [row] = await listAppointments(tx, {
      agencyId: session.agencyId,
      personId: session.personId,
      date,
      appointmentId,
    });
    if (!row) return undefined;
    return {
      ...session,
      kind: 'desk',
      appointmentId: row.id,
      appointmentKind: row.kind,
      positionId: row.positionId,
      unitId: row.unitId,
      opdId: row.opdId,
      canAct: row.canAct,
      roles: row.roles,
    };
  });
}

/** Whether a long-lived stream may go on: session and appointment both still hold. */
export async function recheck(deps: Deps, actor: DeskActor): Promise<boolean> {
  const session = await deps.db.transaction({ agencyId: null }, (tx) =>
    findSession(tx, { idHash: actor.sessionHash, ...sessionLimits(deps) }),
  );
  if (!session) return false;
  return (await findDesk(deps, { ...actor, kind: 'session' }, actor.appointmentId)) !== undefined;
}

async function touchSession(
  tx: Tx,
  deps: Deps,
  idHash: Buffer,
): Promise<{ agencyId: string; accountId: string; personId: string } | undefined> {
  const row = await findSession(tx, { idHash, ...sessionLimits(deps) });
  if (!row) return undefined;
  const now = deps.now();
  if (now.getTime() - Date.parse(row.lastSeenAt) > SEEN_EVERY_MS) await setSessionSeen(tx, idHash, now);
  return { agencyId: row.agencyId, accountId: row.accountId, personId: row.personId };
}

function sessionLimits(deps: Deps): { now: Date; idleSince: Date } {
  const now = deps.now();
  return { now, idleSince: new Date(now.getTime() - IDLE_LIMIT_MS) };
}

function namedAppointment(request: Request): string | undefined {
  const named = request.get('lontar-appointment') ?? request.query['appointment'];
  if (named === undefined) return undefined;
  const parsed = z.uuid().safeParse(named);
  if (!parsed.success) throw new AppError('desk_invalid');
  return parsed.data;
}
