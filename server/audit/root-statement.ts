import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { RootKey } from './root-key.ts';

/** What a signed root says. Hashes are hexadecimal; `previous` is the root before it, `0` and no hash for the first. */
export interface RootFacts {
  agencyId: string;
  seq: number;
  root: string;
  previousSeq: number;
  previousRoot: string;
  /** ISO 8601 in UTC with milliseconds. */
  madeAt: string;
}

/** The text that is signed; scripts/verify-proof.mjs writes the same. */
export function rootStatement(facts: RootFacts): string {
  return [
    'lontar-audit-root/1',
    `agency ${facts.agencyId}`,
    `events ${facts.seq}`,
    `root ${facts.root}`,
    `previous ${facts.previousSeq} ${facts.previousRoot}`.trimEnd(),
    `at ${facts.madeAt}`,
    '',
  ].join('\n');
}

export function signRoot(key: RootKey, facts: RootFacts): Buffer {
  return sign(null, Buffer.from(rootStatement(facts)), key.privateKey);
}

export function isSignedBy(key: KeyObject, facts: RootFacts, signature: Uint8Array): boolean {
  return verify(null, Buffer.from(rootStatement(facts)), key, signature);
}

/** The timestamp is taken over statement and signature: it says that this root was signed by then. */
export function stampedDigest(facts: RootFacts, signature: Uint8Array): Buffer {
  const text = `${rootStatement(facts)}signature ${Buffer.from(signature).toString('base64')}\n`;
  return createHash('sha256').update(text).digest();
}
