import { clear, createStore, del, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import type { DraftContent } from './draft-content.ts';
import type { LocalCopy } from './draft-saver.ts';

export type LocalDraft = LocalCopy<DraftContent>;

let opened: UseStore | undefined;

/** Opened on first use: a browser that forbids storage fails here and nowhere earlier. */
function store(): UseStore {
  opened ??= createStore('lontar-konsep', 'konsep');
  return opened;
}

function keyOf(personId: string, letterId: string): string {
  return `${personId}/${letterId}`;
}

/** Rejects for Rahasia and Sangat Rahasia: those are never stored on a device. */
export async function keepLocalDraft(personId: string, letterId: string, draft: LocalDraft): Promise<void> {
  const isSecret = draft.content.securityClass === 'R' || draft.content.securityClass === 'SR';
  if (isSecret) {
    await forgetLocalDraft(personId, letterId);
    throw new Error('secret drafts are not kept on the device');
  }
  await set(keyOf(personId, letterId), draft, store());
}

export async function findLocalDraft(personId: string, letterId: string): Promise<LocalDraft | undefined> {
  return get<LocalDraft>(keyOf(personId, letterId), store());
}

export async function forgetLocalDraft(personId: string, letterId: string): Promise<void> {
  await del(keyOf(personId, letterId), store());
}

/** Ids of the letters of which this device holds words that the server does not have. */
export async function listLocalDrafts(personId: string): Promise<string[]> {
  const found = await keys<string>(store());
  return found.filter((key) => key.startsWith(`${personId}/`)).map((key) => key.slice(personId.length + 1));
}

/** A session that was revoked leaves unsent words only to the same person: whoever logs in next finds no one else's. */
export async function keepOnlyDraftsOf(personId: string): Promise<void> {
  const found = await keys<string>(store());
  await delMany(
    found.filter((key) => !key.startsWith(`${personId}/`)),
    store(),
  );
}

/** At log out nothing stays on the device. */
export async function clearLocalDrafts(): Promise<void> {
  await clear(store());
}
