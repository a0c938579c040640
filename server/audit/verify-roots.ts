import { checkTimestampToken } from '../signing/pades/cms/check-timestamp-token.ts';
import type { CopiedRoot } from './root-copy.ts';
import type { RootKey } from './root-key.ts';
import { isSignedBy, type RootFacts, stampedDigest } from './root-statement.ts';

export type CheckableRoot = RootFacts & {
  publicKey: Buffer;
  signature: Buffer;
  timestampToken: Buffer | null;
};

/** What is known of the roots outside the database. */
export interface RootWitness {
  key: Pick<RootKey, 'publicKey' | 'verifyKey'>;
  copies: readonly CopiedRoot[];
}

/** Compares signed roots with what the events lead to, with each other, and with the copies outside the database. */
export function judgeRoots(
  agencyId: string,
  roots: readonly CheckableRoot[],
  reached: ReadonlyMap<number, string>,
  witness: RootWitness,
): { seq: number; text: string }[] {
  let previous = { seq: 0, root: '' };
  const findings: { seq: number; text: string }[] = [];
  for (const root of roots) {
    const text = judgeRoot(agencyId, root, { previous, reached: reached.get(root.seq), witness });
    if (text !== undefined) findings.push({ seq: root.seq, text });
    previous = root;
  }
  const kept = new Map(roots.map((root) => [root.seq, root]));
  for (const copy of witness.copies) {
    const text = judgeCopy(copy, kept.get(copy.seq));
    if (text !== undefined) findings.push({ seq: copy.seq, text });
  }
  return findings;
}

function judgeRoot(
  agencyId: string,
  root: CheckableRoot,
  known: { previous: { seq: number; root: string }; reached: string | undefined; witness: RootWitness },
): string | undefined {
  const { previous, reached, witness } = known;
  if (!root.publicKey.equals(witness.key.publicKey)) return `Akar ${root.seq} ditandatangani kunci lain.`;
  if (root.agencyId !== agencyId || !isSignedBy(witness.key.verifyKey, root, root.signature))
    return `Tanda tangan akar ${root.seq} tidak sah.`;
  if (root.previousSeq !== previous.seq || root.previousRoot !== previous.root)
    return `Akar ${root.seq} tidak menyambung akar sebelumnya: ada akar yang hilang atau disisipkan.`;
  if (root.root !== reached) return `Kejadian 1 sampai ${root.seq} tidak menghasilkan akar yang ditandatangani.`;
  return root.timestampToken === null || isStamped(root, root.timestampToken)
    ? undefined
    : `Cap waktu akar ${root.seq} tidak sah.`;
}

function isStamped(root: CheckableRoot, token: Buffer): boolean {
  try {
    checkTimestampToken(token, { digestOf: () => stampedDigest(root, root.signature) });
    return true;
  } catch {
    return false;
  }
}

function judgeCopy(copy: CopiedRoot, root: CheckableRoot | undefined): string | undefined {
  if (!root) return `Akar ${copy.seq} tercatat di luar basis data tetapi tidak ada lagi di dalamnya.`;
  const isSame = root.root === copy.root && root.signature.toString('base64') === copy.signature;
  return isSame ? undefined : `Akar ${copy.seq} berbeda dari salinannya di luar basis data.`;
}
