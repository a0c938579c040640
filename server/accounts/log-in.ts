import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hash, verify } from '@node-rs/argon2';
import { recordEvents } from '../audit/record-events.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, SessionActor, Visitor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { ThrottleRule } from '../throttle.ts';
import { hashSessionId } from './authenticate.ts';
import type { logInEndpoint, Session } from './contract.ts';
import { describeSession } from './describe-session.ts';
import { findAccountByNip, insertSession, type AccountRow } from './queries.ts';
import { ABSOLUTE_LIMIT_MS, sessionCookie } from './session-cookie.ts';

/**
 * Guessing is slowed where it comes from: someone who guesses an official's password from elsewhere does not keep the
 * official out. The count of the whole account is only a last wall against many addresses. Per address: slows spraying.
 */
const PER_ORIGIN: ThrottleRule = { name: 'login-origin', points: 8, perSeconds: 300 };
const PER_ACCOUNT: ThrottleRule = { name: 'login-account', points: 200, perSeconds: 3600 };
const PER_ADDRESS: ThrottleRule = { name: 'login-address', points: 60, perSeconds: 300 };

/** A refusal takes at least this long: what is written about a known account does not show in the time. */
const REFUSAL_MS = 300;

let decoyHash: Promise<string> | undefined;

/** Same answer, same work for unknown accounts, wrong passwords and disabled accounts. */
export async function logIn(deps: Deps, visitor: Visitor, input: InputOf<typeof logInEndpoint>): Promise<Session> {
  const answerAt = performance.now() + REFUSAL_MS;
  await checkThrottle(deps, visitor, input.nip);
  const account = await deps.db.transaction({ agencyId: null }, (tx) => findAccountByNip(tx, input.nip));
  decoyHash ??= hash(randomBytes(16).toString('hex'));
  const isRight = await verify(account?.passwordHash ?? (await decoyHash), input.password.normalize('NFC'));
  if (!account || !isRight || account.isDisabled) {
    await recordRefusal(deps, visitor, account);
    await takeThrottle(deps, visitor, input.nip);
    await sleep(Math.max(0, answerAt - performance.now()));
    throw new AppError('wrong_credentials');
  }
  // Guesses sent all at once pass the first check together: those that came before have been counted by now.
  await checkThrottle(deps, visitor, input.nip);
  await deps.throttle.forget(PER_ORIGIN, originOf(visitor, input.nip));
  return openSession(deps, visitor, account);
}

async function checkThrottle(deps: Deps, visitor: Visitor, nip: string): Promise<void> {
  await deps.throttle.check(PER_ORIGIN, originOf(visitor, nip));
  await deps.throttle.check(PER_ACCOUNT, nip);
  await deps.throttle.check(PER_ADDRESS, visitor.ip);
}

async function takeThrottle(deps: Deps, visitor: Visitor, nip: string): Promise<void> {
  await deps.throttle.take(PER_ORIGIN, originOf(visitor, nip));
  await deps.throttle.take(PER_ACCOUNT, nip);
  await deps.throttle.take(PER_ADDRESS, visitor.ip);
}

const originOf = (visitor: Visitor, nip: string) => `${nip} ${visitor.ip}`;

async function openSession(deps: Deps, visitor: Visitor, account: AccountRow): Promise<Session> {
  const sessionId = randomBytes(32).toString('base64url');
  const sessionHash = hashSessionId(sessionId);
  const now = deps.now();
  const actor: SessionActor = {
    ...visitor,
    kind: 'session',
    agencyId: account.agencyId,
    accountId: account.id,
    personId: account.personId,
    sessionHash,
  };
  await deps.db.transaction({ agencyId: account.agencyId }, async (tx) => {
    await insertSession(tx, {
      idHash: sessionHash,
      accountId: account.id,
      agencyId: account.agencyId,
      now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_LIMIT_MS),
      userAgent: visitor.userAgent,
    });
    await recordEvents(tx, deps, actor, [{ action: 'session.opened' }]);
  });
  visitor.setCookie(sessionCookie(deps.config, sessionId));
  return describeSession(deps, actor);
}

async function recordRefusal(deps: Deps, visitor: Visitor, account: AccountRow | undefined): Promise<void> {
  if (!account) return;
  const actor: SessionActor = {
    ...visitor,
    kind: 'session',
    agencyId: account.agencyId,
    accountId: account.id,
    personId: account.personId,
    sessionHash: Buffer.alloc(0),
  };
  await deps.db.transaction({ agencyId: account.agencyId }, (tx) =>
    recordEvents(tx, deps, actor, [{ action: 'session.refused' }]),
  );
}
