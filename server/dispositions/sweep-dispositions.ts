import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { businessDate } from '../business-time.ts';
import type { Tx } from '../db.ts';
import type { Deps, SystemActor } from '../deps.ts';
import { startOfDay } from '../letters/office-hours.ts';
import { loadPublicHolidays } from '../letters/load-public-holidays.ts';
import { loadCalendar } from '../organisation/calendar.ts';
import { formatDate } from '../pdf/format-date.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { planCutoffs } from './deadlines.ts';
import { loadFollowUpSetting } from './follow-up-setting.ts';
import { findSuperior } from './line-queries.ts';
import { type Cutoffs, type DueRow, insertNotices, listDue, NOTICE_KINDS, type NoticeKind } from './sweep-queries.ts';
import { dispositionEvent, tellDesks } from './tell-desks.ts';

const BATCH = 100;
/** Of one agency in one run; the next run goes on. */
const MOST_BATCHES = 50;

/**
 * Reminds before and after a deadline, tells the giver and then the giver's superior: each once for each deadline, also
 * when two sweeps run at once. After a pause of the sweep only what has come furthest is sent; the rest counts as sent.
 */
export async function sweepDispositions(deps: Deps): Promise<void> {
  const isNational = await loadPublicHolidays();
  await forEachAgency(deps, async (agencyId) => {
    const now = deps.now();
    const { cutoffs, today, dayBegan } = await deps.db.transaction({ agencyId }, async (tx) => {
      const calendar = await loadCalendar(tx, agencyId, isNational);
      const date = businessDate(now, calendar.timeZone).date;
      const setting = await loadFollowUpSetting(tx, agencyId);
      return { today: date, dayBegan: startOfDay(date, calendar), cutoffs: planCutoffs(date, setting, calendar) };
    });
    for (let batch = 0; batch < MOST_BATCHES; batch += 1)
      if ((await sendBatch(deps, { agencyId, now, today, dayBegan, cutoffs })) < BATCH) return;
  });
}

interface Sweep {
  agencyId: string;
  now: Date;
  today: string;
  dayBegan: Date;
  cutoffs: Cutoffs;
}

async function sendBatch(deps: Deps, { agencyId, now, today, dayBegan, cutoffs }: Sweep): Promise<number> {
  const actor: SystemActor = { kind: 'system', agencyId, job: 'disposition.sweep' };
  return deps.db.transaction({ agencyId }, async (tx) => {
    const due = await listDue(tx, { agencyId, now, dayBegan, limit: BATCH, cutoffs });
    const events: AuditEntry[] = [];
    for (const row of due) {
      const kinds = NOTICE_KINDS.slice(0, NOTICE_KINDS.indexOf(row.kind) + 1);
      const fresh = await insertNotices(tx, { agencyId, itemId: row.id, dueAt: row.dueAt, kinds, now });
      if (fresh.includes(row.kind)) events.push(await send(tx, { agencyId, now, today }, row));
    }
    await recordEvents(tx, deps, actor, events);
    return due.length;
  });
}

async function send(
  tx: Tx,
  { agencyId, now, today }: Pick<Sweep, 'agencyId' | 'now' | 'today'>,
  row: DueRow,
): Promise<AuditEntry> {
  const positionId = await addresseeOf(tx, { agencyId, date: today }, row);
  const letter = {
    id: row.incomingId,
    letterId: row.letterId,
    subject: subjectFor(row),
    securityClass: row.securityClass,
  };
  await tellDesks(tx, letter, {
    agencyId,
    positionIds: [positionId],
    kind: `disposition.${row.kind}`,
    itemId: row.id,
    text: TEXTS[row.kind](row),
    now,
  });
  const isEscalated = row.kind === 'escalated' || row.kind === 'escalated_again';
  const action = isEscalated ? 'disposition.escalated' : 'disposition.reminded';
  return dispositionEvent(letter, action, { itemId: row.id, positionId, kind: row.kind, dueDate: row.dueDate });
}

/** The giver's superior need have no right to a letter that is not open. */
function subjectFor({ kind, securityClass, subject }: DueRow): string {
  return kind === 'escalated_again' && securityClass === 'T' ? 'surat terbatas' : subject;
}

/** The recipient is reminded; the giver is told, then the giver's superior, at the top the giver again. */
async function addresseeOf(
  tx: Tx,
  { agencyId, date }: { agencyId: string; date: string },
  row: DueRow,
): Promise<string> {
  const { giverPositionId } = row;
  if (row.kind === 'before_due' || row.kind === 'overdue') return row.positionId;
  if (row.kind === 'escalated') return giverPositionId;
  return (await findSuperior(tx, { agencyId, positionId: giverPositionId, date })) ?? giverPositionId;
}

const TEXTS: Record<NoticeKind, (row: DueRow) => string> = {
  before_due: ({ dueDate }) => `Tenggat disposisi ${formatDate(dueDate)}`,
  overdue: ({ dueDate }) => `Disposisi melewati tenggat ${formatDate(dueDate)}`,
  escalated: late,
  escalated_again: late,
};

function late({ recipientTitle, dueDate }: DueRow): string {
  return `Disposisi pada ${recipientTitle} belum selesai, tenggat ${formatDate(dueDate)}`;
}
