import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import type { Deps, DeskActor, SessionActor, Visitor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Authenticator } from '../http.ts';
import { findDeskOf, openDesk, type OpenedDesk, setSessionSeen } from './queries.ts';
import { IDLE_LIMIT_MS, readSessionCookie } from './session-cookie.ts';

const SEEN_EVERY_MS = 60_000;

export function hashSessionId(sessionId: string): Buffer {
  return createHash('sha256').update(sessionId).digest();
}

/** Turns cookies and headers into actors; rights inside a desk are asked by the verbs. */
export const authenticator: Authenticator = {
  async session(deps, request, visitor) {
    return (await authenticate(deps, request, visitor, null)).session;
  },
  async desk(deps, request, visitor) {
    const named = namedAppointment(request);
    const appointmentId = z.uuid().safeParse(named);
    const { session, desk } = await authenticate(deps, request, visitor, appointmentId.data ?? null);
    if (named === undefined) throw new AppError('desk_required');
    if (!desk) throw new AppError('desk_invalid');
    return { ...session, kind: 'desk', ...desk };
  },
};

/** The desk a person may act from now, or undefined; the server's own clock decides. */
export async function findDesk(
  deps: Deps,
  session: SessionActor,
  appointmentId: string,
): Promise<DeskActor | undefined> {
  const { agencyId, personId } = session;
  const desk = await deps.db.transaction({ agencyId }, (tx) =>
    findDeskOf(tx, { agencyId, personId, appointmentId, now: deps.now() }),
  );
  return desk && { ...session, kind: 'desk', ...desk };
}

/** Whether a long-lived stream may go on: session and appointment both still hold. */
export async function recheck(deps: Deps, actor: DeskActor): Promise<boolean> {
  const opened = await open(deps, actor.sessionHash, actor.appointmentId);
  return opened !== undefined && opened.desk !== null;
}

async function authenticate(
  deps: Deps,
  request: Request,
  visitor: Visitor,
  appointmentId: string | null,
): Promise<{ session: SessionActor; desk: OpenedDesk['desk'] }> {
  const sessionId = readSessionCookie(request, deps.config);
  if (!sessionId) throw new AppError('unauthenticated');
  const sessionHash = hashSessionId(sessionId);
  const opened = await open(deps, sessionHash, appointmentId);
  if (!opened) throw new AppError('unauthenticated');
  const { desk, lastSeenAt, ...who } = opened;
  const now = deps.now();
  if (now.getTime() - Date.parse(lastSeenAt) > SEEN_EVERY_MS)
    await deps.db.transaction({ agencyId: null }, (tx) => setSessionSeen(tx, sessionHash, now));
  return { session: { ...visitor, kind: 'session', ...who, sessionHash }, desk };
}

function open(deps: Deps, idHash: Buffer, appointmentId: string | null): Promise<OpenedDesk | undefined> {
  const now = deps.now();
  return openDesk(deps.db, { idHash, now, idleSince: new Date(now.getTime() - IDLE_LIMIT_MS), appointmentId });
}

function namedAppointment(request: Request): unknown {
  return request.get('lontar-appointment') ?? request.query['appointment'];
}
