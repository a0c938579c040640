import { loadLetterTrail, type TrailEvent } from '../audit/load-letter-trail.ts';
import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { loadCalendar } from '../organisation/calendar.ts';
import type { getJourneyEndpoint } from './contract.ts';
import { loadPublicHolidays } from './load-public-holidays.ts';
import { describeEntry, keepersOf, type JourneyNames } from './journey-entry.ts';
import { deriveHolds, type Hold } from './journey-holds.ts';
import { listArrivals, listRecipientNames, listShortTitles, listUnitNames } from './journey-queries.ts';
import { loadReadable, type LoadedLetter } from './load-letter.ts';
import { officeMinutes, type OfficeCalendar } from './office-hours.ts';
import { sumHolds } from './sum-holds.ts';

type Journey = OutputOf<typeof getJourneyEndpoint>;

const FINISHED = new Set(['signed', 'dispatched', 'revoked']);

/** Every step of the letter, oldest first, with how long each desk held it in office hours. */
export async function getJourney(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getJourneyEndpoint>,
): Promise<Journey> {
  // Before the transaction: the first load takes a moment that no connection should wait for.
  const isNational = await loadPublicHolidays();
  return read(deps, actor, async (tx) => {
    const loaded = await loadReadable(tx, actor, input.letterId);
    const trail = await loadLetterTrail(tx, actor.agencyId, input.letterId);
    const now = deps.now().toISOString();
    const calendar = await loadCalendar(tx, actor.agencyId, isNational);
    const holds = deriveHolds(trail.events, contextOf(loaded, now));
    const time = sumHolds(holds, calendar);
    const names = await namesOf(tx, actor.agencyId, loaded, trail.events);
    return {
      entries: entriesOf(trail.events, { holds, names, calendar }),
      desks: await labelled(tx, actor.agencyId, { loaded, desks: time.desks }),
      totalOfficeMinutes: FINISHED.has(loaded.letter.status) ? time.totalMinutes : null,
      parallelMinutes: time.parallelMinutes,
      audit: {
        events: trail.events.length,
        chainHead: trail.chainHead,
        isIntact: trail.isIntact,
        checkedAt: now,
      },
    };
  });
}

function contextOf({ letter, steps }: LoadedLetter, now: string): Parameters<typeof deriveHolds>[1] {
  return {
    status: letter.status,
    drafterPositionId: letter.drafterPositionId,
    signatoryPositionId: letter.signatoryPositionId,
    stages: new Map(steps.map(({ positionId, stage }) => [positionId, stage])),
    open: steps.flatMap(({ status, positionId, openedAt }) =>
      status === 'open' && openedAt !== null ? [{ positionId, since: openedAt }] : [],
    ),
    now,
  };
}

async function namesOf(
  tx: Tx,
  agencyId: string,
  { letter }: LoadedLetter,
  events: readonly TrailEvent[],
): Promise<JourneyNames> {
  const key = { agencyId, letterId: letter.id };
  const recipients = await listRecipientNames(tx, key);
  const arrivals = await listArrivals(tx, key);
  const keepers = await listUnitNames(tx, { agencyId, unitIds: events.flatMap(keepersOf) });
  const toCount = recipients.filter(({ role }) => role === 'to').length;
  return {
    recipients: new Map(recipients.map(({ id, name }) => [id, name])),
    arrivals: new Map(arrivals.map(({ id, ...arrival }) => [id, arrival])),
    keepers: new Map(keepers.map(({ id, name }) => [id, name])),
    signatory: [letter.signatoryName, letter.signatoryTitle].filter((part) => part !== null && part !== '').join(' · '),
    toCount,
    ccCount: recipients.length - toCount,
  };
}

interface EntryContext {
  holds: readonly Hold[];
  names: JourneyNames;
  calendar: OfficeCalendar;
}

function entriesOf(events: readonly TrailEvent[], context: EntryContext): Journey['entries'] {
  const signedAt = events.findIndex(({ action }) => action === 'letter.signed');
  const startedAt = events.findLastIndex(({ action }, index) => action === 'signing.started' && index < signedAt);
  return events.flatMap((event, index) => {
    // The accepted command and its result are one step for the reader; the time at the desk ends with the command.
    if (index === startedAt) return [];
    const described = describeEntry(event, context.names);
    if (!described) return [];
    const hold = context.holds.find(({ endedBy }) => endedBy === (index === signedAt ? startedAt : index));
    return [{ at: event.at, action: event.action, ...described, ...timeOf(hold, context), isSeeded: event.isSeeded }];
  });
}

function timeOf(hold: Hold | undefined, { calendar }: EntryContext) {
  if (!hold) return { officeMinutes: null, elapsedMinutes: null };
  const interval = { from: new Date(hold.from), to: new Date(hold.to) };
  return {
    officeMinutes: officeMinutes(interval, calendar),
    elapsedMinutes: Math.floor((interval.to.getTime() - interval.from.getTime()) / 60_000),
  };
}

async function labelled(
  tx: Tx,
  agencyId: string,
  { loaded, desks }: { loaded: LoadedLetter; desks: ReturnType<typeof sumHolds>['desks'] },
): Promise<Journey['desks']> {
  const titles = await listShortTitles(tx, { agencyId, positionIds: desks.map(({ positionId }) => positionId) });
  const byId = new Map(titles.map(({ id, shortTitle }) => [id, shortTitle]));
  return desks.map(({ positionId, ...time }) => ({
    label: positionId === loaded.letter.drafterPositionId ? 'Konseptor' : (byId.get(positionId) ?? ''),
    ...time,
  }));
}
