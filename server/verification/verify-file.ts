import type { InputOf } from '../contract.ts';
import type { Deps, Visitor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { ThrottleRule } from '../throttle.ts';
import type { FileVerdict, verifyFileEndpoint } from './contract.ts';
import { examineFile } from './examine-file.ts';

const PER_ADDRESS: ThrottleRule = { name: 'verify-file', points: 12, perSeconds: 60 };

/** Compares the upload with the letters of this installation, then checks its signatures; nothing is kept. */
export async function verifyFile(
  deps: Deps,
  visitor: Visitor,
  input: InputOf<typeof verifyFileEndpoint> & { bytes: Buffer },
): Promise<FileVerdict> {
  await deps.throttle.take(PER_ADDRESS, visitor.ip);
  if (!input.bytes.subarray(0, 1024).includes('%PDF-'))
    throw new AppError('invalid_input', { detail: 'Berkas ini bukan PDF. Pilih berkas PDF yang Anda terima.' });
  return examineFile(deps, input.bytes, input.code);
}
