import type { z } from 'zod';
import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { canRead, refuseReading } from '../letters/access.ts';
import { parseBody } from './chain.ts';
import type { AuditEvent, listLetterEventsEndpoint } from './contract.ts';
import { eventTitle } from './event-titles.ts';
import { findLastRoot } from './root-queries.ts';
import { findAuditedLetter, listEventsOfLetter, type LetterEventRow } from './queries.ts';

/** An auditor sees the events of every letter of the agency, never its content; others need the right to read. */
export function listLetterEvents(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listLetterEventsEndpoint>,
): Promise<OutputOf<typeof listLetterEventsEndpoint>> {
  return read(deps, actor, async (tx) => {
    const rows = await listVisibleEvents(tx, actor, input.letterId);
    const last = await findLastRoot(tx, actor.agencyId);
    return { events: rows.map(describeEvent), provenUpTo: last?.seq ?? 0 };
  });
}

/** The rows of the letter's events that the desk may see; refuses when it may see none. */
export async function listVisibleEvents(tx: Tx, actor: DeskActor, letterId: string): Promise<LetterEventRow[]> {
  const isAuditor = actor.roles.some(({ role }) => role === 'auditor');
  const letter = await findAuditedLetter(tx, actor.agencyId, letterId);
  if (!letter) throw new AppError('not_found');
  if (!isAuditor && !(await canRead(tx, actor, letter))) refuseReading(letter);
  const rows = await listEventsOfLetter(tx, actor.agencyId, letter.id);
  return isAuditor ? rows : rows.filter(isOfTheLetter);
}

/** What a receiver does with its copy is shown on that copy's journey, to those who may see it there. */
function isOfTheLetter({ action }: { action: string }): boolean {
  return !action.startsWith('incoming.') && !action.startsWith('disposition.');
}

export function describeEvent(row: LetterEventRow): z.output<typeof AuditEvent> {
  const body = parseBody(row.body) ?? {};
  return {
    seq: row.seq,
    at: row.at,
    action: row.action,
    title: eventTitle(row.action),
    personName: row.personName,
    deskTitle: row.deskTitle,
    appointmentKind: appointmentKind(body['appointmentKind']),
    detail: isRecord(body['detail']) ? body['detail'] : {},
    hash: row.hash,
    isSeeded: body['seeded'] === true,
  };
}

function appointmentKind(value: unknown): 'definitif' | 'plt' | 'plh' | null {
  return value === 'definitif' || value === 'plt' || value === 'plh' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
