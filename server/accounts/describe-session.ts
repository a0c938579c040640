import { businessDate } from '../business-time.ts';
import type { Deps, SessionActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Session } from './contract.ts';
import { findPersonWithAgency, listAppointments, type AppointmentRow } from './queries.ts';

const PREFIX = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' } as const;

/** Who is logged in and which desks they may act from today. */
export function describeSession(deps: Deps, actor: SessionActor): Promise<Session> {
  return deps.db.transaction({ agencyId: actor.agencyId }, async (tx) => {
    const person = await findPersonWithAgency(tx, actor.agencyId, actor.personId);
    if (!person) throw new AppError('unauthenticated');
    const { date } = businessDate(deps.now(), person.timeZone);
    const rows = await listAppointments(tx, {
      agencyId: actor.agencyId,
      personId: actor.personId,
      date,
      appointmentId: null,
    });
    return {
      person: { id: person.id, name: person.name, nip: person.nip, sex: person.sex, initials: initialsOf(person.name) },
      agency: {
        name: person.agencyName,
        shortName: person.agencyShortName,
        timeZone: person.timeZone,
        isDemo: person.isDemo,
      },
      appointments: rows.map(describeAppointment),
      now: deps.now().toISOString(),
    };
  });
}

function describeAppointment(row: AppointmentRow): Session['appointments'][number] {
  return {
    id: row.id,
    kind: row.kind,
    positionId: row.positionId,
    title: `${PREFIX[row.kind]}${row.title}`,
    shortTitle: `${PREFIX[row.kind]}${row.shortTitle}`,
    unitName: row.unitName,
    validTo: row.validTo,
    canAct: row.canAct,
    roles: [...new Set(row.roles.map((held) => held.role))],
    isReviewer: row.isReviewer,
    isSignatory: row.isSignatory,
  };
}

/** First letters of the first two names, academic titles left out: "Dr. Hj. Nurhayati Usman, S.H." -> "NU". */
export function initialsOf(name: string): string {
  const words = (name.split(',')[0] ?? '').split(/\s+/u).filter((word) => word !== '' && !word.endsWith('.'));
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
