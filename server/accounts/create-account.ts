import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import type { Deps } from '../deps.ts';
import { insertAccount } from './queries.ts';

/** Gives a person a log in; the password is hashed with argon2id and kept nowhere else. */
export async function createAccount(
  deps: Pick<Deps, 'db' | 'now'>,
  account: { agencyId: string; personId: string; nip: string; password: string },
): Promise<string> {
  const passwordHash = await hash(account.password.normalize('NFC'));
  const id = uuidv7();
  await deps.db.transaction({ agencyId: account.agencyId }, (tx) =>
    insertAccount(tx, {
      id,
      agencyId: account.agencyId,
      personId: account.personId,
      nip: account.nip,
      passwordHash,
      now: deps.now(),
    }),
  );
  return id;
}
