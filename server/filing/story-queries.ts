import { z } from 'zod';
import { many, type Tx } from '../db.ts';
import { ITEM_CLASS, ITEM_PARTS } from './file-queries.ts';

type Wanted = { agencyId: string; fileId: string; isArchivist: boolean; limit: number };

const DispositionLine = z.object({
  ordinal: z.int(),
  at: z.string(),
  giverName: z.string(),
  giverTitle: z.string(),
  recipients: z.array(z.string()),
  instructions: z.array(z.string()),
});
export type DispositionLine = z.output<typeof DispositionLine>;

/** Dispositions given on the incoming letters of a file; those of R and SR are not told. */
export function listStoryDispositions(tx: Tx, wanted: Wanted): Promise<DispositionLine[]> {
  return many(
    tx,
    `select r.ordinal, coalesce(g.delivered_at, g.created_at) as at, g.giver_name, g.giver_title,
       array_agg(p.short_title order by t.ordinal) as recipients, t.instructions
     from record r ${ITEM_PARTS}
     join disposition g on g.agency_id = r.agency_id and g.incoming_id = r.incoming_id and g.state = 'delivered'
     join disposition_item t on t.agency_id = g.agency_id and t.disposition_id = g.id and t.status not in ('held', 'undone') and not t.is_private
     join position p on p.agency_id = t.agency_id and p.id = t.position_id
     where r.agency_id = :agencyId and r.file_id = :fileId and r.filing = 'filed'
       and (${ITEM_CLASS} = 'B' or (:isArchivist and ${ITEM_CLASS} = 'T'))
     group by r.ordinal, g.id, g.delivered_at, g.created_at, g.giver_name, g.giver_title, t.instructions
     order by at, r.ordinal limit :limit`,
    wanted,
    DispositionLine,
  );
}

const ReportLine = z.object({
  ordinal: z.int(),
  at: z.string(),
  text: z.string(),
  isFinal: z.boolean(),
  title: z.string(),
  name: z.string(),
});
export type ReportLine = z.output<typeof ReportLine>;

/** Follow-up reports on those dispositions. */
export function listStoryReports(tx: Tx, wanted: Wanted): Promise<ReportLine[]> {
  return many(
    tx,
    `select r.ordinal, e.reported_at as at, e.text, e.is_final, e.author_title as title, e.author_name as name
     from record r ${ITEM_PARTS}
     join disposition_item t on t.agency_id = r.agency_id and t.incoming_id = r.incoming_id
     join disposition_report e on e.agency_id = t.agency_id and e.item_id = t.id
     where r.agency_id = :agencyId and r.file_id = :fileId and r.filing = 'filed' and not t.is_private
       and (${ITEM_CLASS} = 'B' or (:isArchivist and ${ITEM_CLASS} = 'T'))
     order by at, r.ordinal limit :limit`,
    wanted,
    ReportLine,
  );
}

const ChangeLine = z.object({
  at: z.string(),
  kind: z.enum([
    'opened',
    'edited',
    'closed',
    'reopened',
    'trigger_set',
    'merged',
    'received',
    'held',
    'released',
    'lent',
    'returned',
  ]),
  changes: z.record(z.string(), z.unknown()),
  reason: z.string(),
  name: z.string().nullable(),
  /** Desk that borrowed, where the change is a loan. */
  borrower: z.string().nullable(),
});
export type ChangeLine = z.output<typeof ChangeLine>;

/** What was done to the file itself. */
export function listFileChanges(tx: Tx, wanted: Omit<Wanted, 'isArchivist'>): Promise<ChangeLine[]> {
  return many(
    tx,
    `select h.changed_at as at, h.kind, h.changes, h.reason, n.name, p.title as borrower
     from record_file_change h
     left join person n on n.agency_id = h.agency_id and n.id = h.person_id
     left join position p on p.agency_id = h.agency_id and p.id = (h.changes ->> 'borrowerPositionId')::uuid
     where h.agency_id = :agencyId and h.file_id = :fileId order by h.changed_at, h.id limit :limit`,
    wanted,
    ChangeLine,
  );
}
