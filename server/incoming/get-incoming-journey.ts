import { type LetterTrail, loadLetterTrail, type TrailEvent } from '../audit/load-letter-trail.ts';
import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { loadTree, type Tree } from '../dispositions/load-tree.ts';
import { isOpen, visibleItems } from '../dispositions/visible-items.ts';
import { loadPublicHolidays } from '../letters/load-public-holidays.ts';
import type { OfficeCalendar } from '../letters/office-hours.ts';
import { recordView } from '../letters/record-view.ts';
import { sumHolds, timeOfHold } from '../letters/sum-holds.ts';
import { loadCalendar } from '../organisation/calendar.ts';
import type { getIncomingJourneyEndpoint } from './contract.ts';
import { eventSubject } from './event-subject.ts';
import { deriveIncomingHolds, type IncomingHold, REGISTRY } from './incoming-holds.ts';
import { describeIncomingEntry, desksNamed, type IncomingNames } from './incoming-journey-entry.ts';
import { findMoments, listDeskNames, listTurns } from './journey-queries.ts';

type Journey = OutputOf<typeof getIncomingJourneyEndpoint>;

/**
 * Every step of an incoming letter, oldest first, and how long each desk has held it in office hours. Of its
 * dispositions a reader sees the same part as in their tree.
 */
export async function getIncomingJourney(
  deps: Deps,
  actor: DeskActor,
  { incomingId }: InputOf<typeof getIncomingJourneyEndpoint>,
): Promise<Journey> {
  // Before the transaction: the first load takes a moment that no connection should wait for.
  const isNational = await loadPublicHolidays();
  return read(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const tree = await loadTree(tx, deps, actor, { incomingId, isLocked: false });
    const items = visibleItems(tree.items, tree.reader).filter(({ status }) => status !== 'undone');
    const trail = await loadTrail(tx, agencyId, tree);
    const now = deps.now().toISOString();
    const moments = await findMoments(tx, { agencyId, incomingId });
    const turns = await listTurns(tx, { agencyId, incomingId });
    const given = items.map((item) => ({ ...item, isOpen: isOpen(item) }));
    const holds = moments === undefined ? [] : deriveIncomingHolds({ moments, turns, items: given, now });
    const calendar = await loadCalendar(tx, agencyId, isNational);
    const positionIds = [...holds.map(({ positionId }) => positionId), ...desksNamed(trail.events)];
    const desks = await deskNames(tx, agencyId, positionIds);
    const visible = new Set(items.flatMap(({ id, dispositionId }) => [id, dispositionId]));
    const { securityClass } = tree.row;
    await recordView(tx, deps, actor, {
      letter: { id: eventSubject(tree.row), securityClass },
      detail: { incomingId, part: 'journey' },
    });
    return {
      entries: entriesOf(trail.events, { holds, calendar, names: namesOf(tree, { desks, visible }) }),
      desks: desksOf(holds, calendar, desks, `Tata usaha ${tree.row.unitName}`),
      audit: { events: trail.events.length, chainHead: trail.chainHead, isIntact: trail.isIntact, checkedAt: now },
    };
  });
}

/** What the chain holds of the letter, beginning with its way into the scan queue. */
async function loadTrail(tx: Tx, agencyId: string, { row }: Tree): Promise<LetterTrail> {
  const trail = await loadLetterTrail(tx, agencyId, eventSubject(row));
  if (row.intakeId === null) return trail;
  const before = await loadLetterTrail(tx, agencyId, row.intakeId);
  const events = [...before.events.filter(({ action }) => action === 'incoming.received'), ...trail.events];
  return { ...trail, events, isIntact: trail.isIntact && before.isIntact };
}

async function deskNames(
  tx: Tx,
  agencyId: string,
  positionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(positionIds)].filter((id) => id !== REGISTRY && id !== '');
  const rows = await listDeskNames(tx, { agencyId, positionIds: asked });
  return new Map(rows.map(({ id, shortTitle }) => [id, shortTitle]));
}

function namesOf({ row }: Tree, known: Pick<IncomingNames, 'desks' | 'visible'>): IncomingNames {
  const signatory = [row.signatoryName ?? '', row.senderTitle].filter((part) => part !== '').join(' · ');
  return { ...known, incomingId: row.id, unitName: row.unitName, agendaNumber: row.agendaNumber, signatory };
}

function entriesOf(
  events: readonly TrailEvent[],
  { holds, calendar, names }: { holds: readonly IncomingHold[]; calendar: OfficeCalendar; names: IncomingNames },
): Journey['entries'] {
  return events.flatMap((event) => {
    const described = describeIncomingEntry(event, names);
    if (!described) return [];
    const { at, action, isSeeded } = event;
    return [{ at, action, ...described, ...timeOfHold(holdEndedBy(event, holds), calendar), isSeeded }];
  });
}

/** The time that the acting desk, or the registry when it directs, had the letter until this moment. */
function holdEndedBy({ at, action, positionId }: TrailEvent, holds: readonly IncomingHold[]): IncomingHold | undefined {
  const holder = action === 'incoming.directed' ? REGISTRY : positionId;
  return holds.find((hold) => !hold.isRunning && hold.to === at && hold.positionId === holder);
}

function desksOf(
  holds: readonly IncomingHold[],
  calendar: OfficeCalendar,
  names: ReadonlyMap<string, string>,
  registry: string,
): Journey['desks'] {
  return sumHolds(holds, calendar).desks.map(({ positionId, officeMinutes: minutes }) => ({
    label: positionId === REGISTRY ? registry : (names.get(positionId) ?? ''),
    officeMinutes: minutes,
    isRunning: holds.some((hold) => hold.positionId === positionId && hold.isRunning),
  }));
}
