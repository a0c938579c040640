import { z } from 'zod';
import { many, run, type Tx } from '../db.ts';

const Waiting = z.object({ documentId: z.uuid(), stage: z.enum(['layer', 'ocr']), tries: z.int() });
export type WaitingText = z.output<typeof Waiting>;

/** Documents whose text is still to be read, layers before pictures; nobody else takes them meanwhile. */
export function takeWaitingTexts(
  tx: Tx,
  query: { agencyId: string; stage: 'layer' | 'ocr'; now: Date; until: Date; limit: number },
): Promise<WaitingText[]> {
  return many(
    tx,
    `update document_text t set not_before = :until, tries = t.tries + 1
     from (select document_id from document_text where agency_id = :agencyId and stage = :stage and not_before <= :now
       order by not_before, document_id limit :limit for update skip locked) w
     where t.agency_id = :agencyId and t.document_id = w.document_id returning t.document_id, t.stage, t.tries`,
    query,
    Waiting,
  );
}

/** What was read; an empty text leaves what is there. */
export async function setDocumentText(
  tx: Tx,
  read: {
    agencyId: string;
    documentId: string;
    text: string;
    pageCount: number;
    stage: string;
    failure: string | null;
  },
): Promise<void> {
  await run(
    tx,
    `update archive_document set body_text = case when :text = '' then body_text else :text end,
       page_count = greatest(page_count, :pageCount::int)
     where agency_id = :agencyId and id = :documentId and destroyed_at is null`,
    read,
  );
  await run(
    tx,
    `update document_text set stage = :stage, failure = :failure where agency_id = :agencyId and document_id = :documentId`,
    read,
  );
}
