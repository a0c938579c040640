import { createHash } from 'node:crypto';
import { chainStart } from './chain.ts';
import type { ProvenRow } from './queries.ts';
import type { RootRow } from './root-queries.ts';

/** Promised in the design: a proof of one event fits into this. */
export const PROOF_LIMIT_BYTES = 4096;

/** Hashes are hexadecimal; paths, keys and signatures base64, to stay small. */
export interface ShownRoot {
  seq: number;
  root: string;
  previousSeq: number;
  previousRoot: string;
  madeAt: string;
  publicKey: string;
  signature: string;
}

export interface EventProof {
  format: 'lontar-audit-proof/1';
  agencyId: string;
  seq: number;
  previousHash: string;
  /** The recorded event; null when it comes in a file of its own. */
  body: string | null;
  bodySha256: string;
  hash: string;
  path: string[];
  root: ShownRoot;
}

export interface ConsistencyProof {
  format: 'lontar-audit-consistency/1';
  agencyId: string;
  from: ShownRoot;
  to: ShownRoot;
  path: string[];
}

export interface LetterProof {
  format: 'lontar-audit-proofs/1';
  letterId: string;
  proofs: EventProof[];
  /** Numbers of events that no signed root covers yet. */
  pending: number[];
}

export function showRoot(row: RootRow): ShownRoot {
  const { seq, root, previousSeq, previousRoot, madeAt, publicKey, signature } = row;
  const shown = { publicKey: publicKey.toString('base64'), signature: signature.toString('base64') };
  return { seq, root, previousSeq, previousRoot, madeAt, ...shown };
}

export function showEventProof(agencyId: string, event: ProvenRow, path: readonly Buffer[], root: RootRow): EventProof {
  const proof: EventProof = {
    format: 'lontar-audit-proof/1',
    agencyId,
    seq: event.seq,
    previousHash: event.previousHash ?? chainStart(agencyId).hash,
    body: event.body,
    bodySha256: createHash('sha256').update(event.body, 'utf8').digest('hex'),
    hash: event.hash,
    path: path.map((hash) => hash.toString('base64')),
    root: showRoot(root),
  };
  return Buffer.byteLength(writeProof(proof)) <= PROOF_LIMIT_BYTES ? proof : { ...proof, body: null };
}

/** One field a line: a person may read it, and it stays small. */
export function writeProof(proof: EventProof | ConsistencyProof | LetterProof): string {
  return `${JSON.stringify(proof, null, 1)}\n`;
}
