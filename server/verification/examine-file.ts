import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { VerificationReport } from '../signing/pades/report.ts';
import { verifyInChild } from '../signing/pades/verify-in-child.ts';
import type { FileVerdict } from './contract.ts';
import { judgeFile } from './judge-file.ts';
import { findByCode } from './load-by-code.ts';
import { findSignedCopy } from './queries.ts';

const CHILD_LIMITS = { timeoutMs: 15_000, memoryMb: 512 };

/**
 * Compares a PDF with the letters of this installation, then checks its signatures in a child process.
 * @param code of the letter that the file is said to be
 * @throws AppError `unavailable` when the check cannot be made now
 */
export async function examineFile(
  deps: Pick<Deps, 'db' | 'trust' | 'now' | 'log'>,
  bytes: Uint8Array,
  code = '',
): Promise<FileVerdict> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const asked = code === '' ? undefined : await findByCode(deps, code);
  const own = await deps.db.transaction({ agencyId: null }, (tx) => findSignedCopy(tx, [sha256]));
  const original =
    own === undefined && (await isGrownOriginal(deps, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
  const report = await verifySignatures(deps, bytes);
  return judgeFile({ sha256, report, ownCode: own?.shortCode ?? null, asked, original });
}

async function verifySignatures(
  deps: Pick<Deps, 'trust' | 'now' | 'log'>,
  bytes: Uint8Array,
): Promise<VerificationReport> {
  try {
    const [trustAnchors, crl] = await Promise.all([deps.trust.anchors(), deps.trust.crls()]);
    return await verifyInChild(bytes, { trustAnchors, crl, now: deps.now() }, CHILD_LIMITS);
  } catch (error) {
    deps.log.error({ err: error }, 'an uploaded file could not be checked');
    throw new AppError('unavailable', { detail: 'Pemeriksaan berkas sedang tidak tersedia. Coba lagi sebentar lagi.' });
  }
}

/** A signed PDF that grew keeps the original as its beginning: the bytes up to an earlier end-of-file mark. */
async function isGrownOriginal(deps: Pick<Deps, 'db'>, bytes: Buffer): Promise<boolean> {
  const hash = createHash('sha256');
  let hashed = 0;
  const hashes = endsOfFile(bytes).map((end) => {
    hash.update(bytes.subarray(hashed, end));
    hashed = end;
    return hash.copy().digest('hex');
  });
  return (await deps.db.transaction({ agencyId: null }, (tx) => findSignedCopy(tx, hashes))) !== undefined;
}

const MARK = Buffer.from('%%EOF');
const MOST_MARKS = 20;

/** Where earlier revisions may end, ascending: after each mark, with the line ends that writers put there. */
function endsOfFile(bytes: Buffer): number[] {
  const ends = new Set<number>();
  let at = bytes.indexOf(MARK);
  for (let marks = 0; at !== -1 && marks < MOST_MARKS; marks += 1) {
    const end = at + MARK.length;
    for (const extra of [0, 1, 2]) ends.add(Math.min(bytes.length - 1, end + extra));
    at = bytes.indexOf(MARK, end);
  }
  return [...ends].sort((left, right) => left - right);
}
