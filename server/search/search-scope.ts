import { businessDate } from '../business-time.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { findTimeZone } from '../organisation/directory.ts';
import { readerOf } from '../letters/reading-right.ts';
import { setSearchScope } from './queries.ts';
import { rightsOf } from './rights-of.ts';

/** Whose rights a search has; a sweep searches for a desk without a session. */
export type Searcher = Pick<DeskActor, 'agencyId' | 'positionId' | 'personId' | 'opdId' | 'roles' | 'serves'>;

export interface SearchScope {
  agencyId: string;
  opdId: string;
  /** What the desk holds, as the tokens of `archive_search.rights`. */
  rights: string[];
  today: string;
}

const TIMEOUT_MS = 2000;

/** Binds the transaction to the rights of the desk and to the time a search may take. */
export async function openSearch(tx: Tx, deps: Pick<Deps, 'now'>, searcher: Searcher): Promise<SearchScope> {
  const { agencyId, positionId, opdId, serves } = searcher;
  const { date } = businessDate(deps.now(), await findTimeZone(tx, agencyId));
  // Dispositions of secret letters show a secretary who was named the part of the officials that the desk serves.
  const rights = [...rightsOf(readerOf(searcher)), ...serves.map((id) => `s:${id}@${positionId}`)];
  await setSearchScope(tx, rights, TIMEOUT_MS);
  return { agencyId, opdId, rights, today: date };
}

/** A search that takes too long ends in words that say what to do. */
export async function inSearchTime<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isTimeout(error))
      throw new AppError('unavailable', {
        detail: 'Pencarian ini memakan waktu terlalu lama. Tambahkan kata, pilih tahun atau unit, lalu cari lagi.',
      });
    throw error;
  }
}

export function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}
