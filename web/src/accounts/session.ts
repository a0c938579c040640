import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type {
  Appointment,
  getSessionEndpoint,
  logInEndpoint,
  logOutEndpoint,
  logOutEverywhereEndpoint,
  Session,
} from '../../../server/accounts/contract.ts';
import { isProblem } from '../api/api-problem.ts';
import { chooseDesk, currentDesk, useDesk } from '../api/desk.ts';
import { operation } from '../api/operation.ts';
import { setAgencyClock } from '../format/dates.ts';
import { findKeptSession, keepSession } from '../offline/device-cache.ts';

const getSession = operation<typeof getSessionEndpoint>('get', '/session');
export const logIn = operation<typeof logInEndpoint>('post', '/session');
export const logOut = operation<typeof logOutEndpoint>('delete', '/session');
export const logOutEverywhere = operation<typeof logOutEverywhereEndpoint>('delete', '/sessions');

/** The session as the server last told it, for reading without a connection; the clock is then that of the device. */
async function readKept(problem: unknown): Promise<Session> {
  const kept = isProblem(problem, 'offline') ? await findKeptSession().catch(() => undefined) : undefined;
  if (kept === undefined) throw problem;
  return { ...kept, now: new Date().toISOString() };
}

async function askServer(): Promise<Session> {
  const session = await getSession({});
  void keepSession(session).catch(() => undefined);
  return session;
}

async function readSession(): Promise<Session> {
  const session = await askServer().catch(readKept);
  setAgencyClock(session.agency.timeZone, session.now);
  keepValidDesk(session);
  return session;
}

/** A desk that is no longer the person's gives way to the first one they may act from. */
function keepValidDesk(session: Session): void {
  const chosen = currentDesk();
  if (session.appointments.some((desk) => desk.id === chosen)) return;
  const first = session.appointments.find((desk) => desk.canAct) ?? session.appointments[0];
  chooseDesk(first?.id);
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 });

/** The logged-in person, agency and desks; only below the routes that need a session. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** The desk this tab acts from; undefined for a person without any appointment today. */
export function useCurrentDesk(): Appointment | undefined {
  const session = useSession();
  const chosen = useDesk();
  return session.appointments.find((desk) => desk.id === chosen);
}

export type { Appointment };
