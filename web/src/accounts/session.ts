import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { buildAddress } from '../api/build-address.ts';
import { chooseDesk, currentDesk } from '../api/desk.ts';
import { offlineProblem, readProblem } from '../api/read-problem.ts';
import { setAgencyZone } from '../format/dates.ts';

export interface Desk {
  id: string;
  positionTitle: string;
  unitName: string;
  kind: 'definitive' | 'plt' | 'plh';
}

export interface Session {
  person: { name: string; nip: string };
  agency: { name: string; timeZone: string };
  appointments: Desk[];
}

async function readSession(): Promise<Session> {
  const response = await fetch(buildAddress('/session')).catch(() => {
    throw offlineProblem();
  });
  if (!response.ok) throw await readProblem(response);
  const session = (await response.json()) as Session;
  setAgencyZone(session.agency.timeZone);
  keepValidDesk(session);
  return session;
}

function keepValidDesk(session: Session): void {
  const chosen = currentDesk();
  if (session.appointments.some((desk) => desk.id === chosen)) return;
  chooseDesk(session.appointments[0]?.id);
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 });

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}
