import type { Deps, Visitor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { ThrottleRule } from '../throttle.ts';
import type { Verification } from './contract.ts';
import type { Tx } from '../db.ts';
import { findToken, findVerifiedLetter, findVerifiedPaper, type Token, type VerifiedLetter } from './queries.ts';
import { readCode } from './read-code.ts';

export interface Verifiable {
  agencyId: string;
  letter: VerifiedLetter;
  status: Verification['status'];
  shortCode: string;
}

/** Enough for an office behind one address, far too little to try short codes. */
const PER_ADDRESS: ThrottleRule = { name: 'verify-address', points: 240, perSeconds: 60 };
const MISSES_PER_ADDRESS: ThrottleRule = { name: 'verify-miss', points: 20, perSeconds: 600 };

/** @throws AppError `not_found`, always the same, or `throttled` */
export async function loadByCode(deps: Deps, visitor: Visitor, typed: string): Promise<Verifiable> {
  await deps.throttle.check(MISSES_PER_ADDRESS, visitor.ip);
  await deps.throttle.take(PER_ADDRESS, visitor.ip);
  const found = await findByCode(deps, typed);
  if (found) return found;
  await deps.throttle.take(MISSES_PER_ADDRESS, visitor.ip);
  throw new AppError('not_found', {
    detail: 'Kode tidak ditemukan. Periksa kembali kode pada surat; kode yang salah ketik bukan tanda surat palsu.',
  });
}

export async function findByCode(deps: Pick<Deps, 'db'>, typed: string): Promise<Verifiable | undefined> {
  const code = readCode(typed);
  if (code.token === null && code.shortCode === null) return undefined;
  const token = await deps.db.transaction({ agencyId: null }, (tx) => findToken(tx, code));
  if (!token) return undefined;
  const letter = await deps.db.transaction(token, (tx) => findSubject(tx, token));
  const status = letter && publicStatus(letter);
  return letter && status && { agencyId: token.agencyId, shortCode: token.shortCode, letter, status };
}

function findSubject(tx: Tx, { agencyId, letterId, paperId }: Token): Promise<VerifiedLetter | undefined> {
  if (letterId !== null) return findVerifiedLetter(tx, { agencyId, letterId });
  return paperId === null ? Promise.resolve(undefined) : findVerifiedPaper(tx, { agencyId, paperId });
}

/** A letter that is not being signed has nothing the public may know, although it once had a code. */
function publicStatus({ status, isDestroyed }: VerifiedLetter): Verification['status'] | undefined {
  if (isDestroyed) return 'destroyed';
  if (status === 'signing') return 'in_progress';
  if (status === 'signed' || status === 'dispatched') return 'genuine';
  return status === 'revoked' ? 'revoked' : undefined;
}
