import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { Contact } from './registration-shapes.ts';

const COLUMNS = 'c.id, c.title, c.organisation, c.address, c.email, c.letter_count';

/** Counts a letter of the sender, who is made known by it. Returns the contact's id. */
export async function countLetterOf(
  tx: Tx,
  sender: { agencyId: string; id: string; title: string; organisation: string; now: Date },
): Promise<string> {
  const row = await one(
    tx,
    `insert into contact (agency_id, id, title, organisation, letter_count, last_used_at, created_at)
     values (:agencyId, :id, :title, :organisation, 1, :now, :now)
     on conflict (agency_id, lower(title), lower(organisation))
     do update set letter_count = contact.letter_count + 1, last_used_at = excluded.last_used_at returning id`,
    sender,
    z.object({ id: z.uuid() }),
  );
  if (!row) throw new Error('contact was not written');
  return row.id;
}

/** Holds a sender and whoever bears the new name, in the order of their ids, before either is counted anew. */
export async function lockContacts(
  tx: Tx,
  sender: { agencyId: string; contactId: string | null; title: string; organisation: string },
): Promise<void> {
  await run(
    tx,
    `select id from contact where agency_id = :agencyId
       and (id = :contactId::uuid or (lower(title) = lower(:title) and lower(organisation) = lower(:organisation)))
     order by id for update`,
    sender,
  );
}

/** A letter that was not the sender's after all counts no more. */
export async function uncountLetterOf(tx: Tx, sender: { agencyId: string; contactId: string | null }): Promise<void> {
  await run(
    tx,
    `update contact set letter_count = greatest(letter_count - 1, 0) where agency_id = :agencyId and id = :contactId::uuid`,
    sender,
  );
}

/** A name a little like the words counts: clerks and recognisers misspell. */
export async function findContactsLike(
  tx: Tx,
  query: { agencyId: string; words: string; limit: number },
): Promise<Contact[]> {
  await run(tx, `select set_config('pg_trgm.word_similarity_threshold', '0.4', true)`);
  return many(tx, `select ${COLUMNS} from find_contacts(:words, :limit) c`, query, Contact);
}

export function listUsedContacts(tx: Tx, query: { agencyId: string; limit: number }): Promise<Contact[]> {
  return many(
    tx,
    `select ${COLUMNS} from contact c where c.agency_id = :agencyId
     order by c.letter_count desc, c.last_used_at desc limit :limit`,
    query,
    Contact,
  );
}
