import { z } from 'zod';
import type { BagSet, SetFile, SetRecord } from './bag-set.ts';
import { PackageRefused } from './package-refused.ts';
import { RecordMetadata } from './record-metadata.ts';
import type { ZipReader } from './zip-reader.ts';

/** Where one record of a checked package lies. */
export const VerifiedRecord = z.object({
  metadataPath: z.string(),
  /** Before the paths of its files. */
  prefix: z.string(),
  /** Among the files (berkas) of the package; null for a single letter. */
  fileIndex: z.int().nullable(),
  ordinal: z.int().nullable(),
  copyStatus: z.enum(['original', 'copy', 'carbon_copy', 'photocopy']),
}) satisfies z.ZodType<{ copyStatus: SetRecord['copyStatus'] }>;
export type VerifiedRecord = z.output<typeof VerifiedRecord>;

export interface VerifiedPackage {
  origin: BagSet['origin'];
  files: readonly SetFile[];
  records: readonly VerifiedRecord[];
}

/** @throws PackageRefused */
export async function readRecordMetadata(zip: ZipReader, path: string): Promise<RecordMetadata> {
  if (!zip.has(path)) throw new PackageRefused(`Keterangan ${path} tidak ada dalam paket.`);
  try {
    return RecordMetadata.parse(JSON.parse((await zip.read(path)).toString('utf8')));
  } catch (error) {
    if (error instanceof PackageRefused) throw error;
    throw new PackageRefused(
      `Keterangan ${path} tidak dapat dibaca. Paket dibuat oleh versi yang lebih baru atau rusak.`,
    );
  }
}
