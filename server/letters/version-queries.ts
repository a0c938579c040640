import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

interface LetterKey {
  agencyId: string;
  letterId: string;
}

const VersionRow = z.object({
  contentVersion: z.int(),
  reason: z.enum(['submitted', 'corrected', 'resubmitted', 'signed']),
  content: z.record(z.string(), z.unknown()),
  authorName: z.string(),
  authorTitle: z.string(),
  createdAt: z.string(),
});
export type VersionRow = z.output<typeof VersionRow>;

export function listVersions(tx: Tx, letter: LetterKey): Promise<VersionRow[]> {
  return many(
    tx,
    `select v.content_version, v.reason, v.content, person.name as author_name, p.title as author_title, v.created_at
     from letter_version v
     join person on person.agency_id = v.agency_id and person.id = v.person_id
     join position p on p.agency_id = v.agency_id and p.id = v.position_id
     where v.agency_id = :agencyId and v.letter_id = :letterId order by v.content_version`,
    { agencyId: letter.agencyId, letterId: letter.letterId },
    VersionRow,
  );
}

const Content = z.object({ content: z.record(z.string(), z.unknown()) });

export async function findVersionContent(
  tx: Tx,
  letter: LetterKey & { contentVersion: number },
): Promise<Record<string, unknown> | undefined> {
  const row = await one(
    tx,
    `select content from letter_version where agency_id = :agencyId and letter_id = :letterId and content_version = :contentVersion`,
    { agencyId: letter.agencyId, letterId: letter.letterId, contentVersion: letter.contentVersion },
    Content,
  );
  return row?.content;
}

export async function insertVersion(
  tx: Tx,
  letter: LetterKey,
  version: { contentVersion: number; content: string; positionId: string; personId: string; reason: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into letter_version (agency_id, letter_id, content_version, content, position_id, person_id, reason, created_at)
     values (:agencyId, :letterId, :contentVersion, :content::jsonb, :positionId, :personId, :reason, :now)`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ...version },
  );
}
