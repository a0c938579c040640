import { chooseOcrEngine } from '../../server/reading/choose-ocr-engine.ts';
import { readFiles, type ReadOptions } from '../../server/reading/read-files.ts';
import type { Reading } from '../../server/reading/reading.ts';
import { recogniseFile } from '../../server/reading/recognise-file.ts';

export const packaged = () => chooseOcrEngine({ program: null });
export const nobody = () => chooseOcrEngine({ program: null, isPackageAllowed: false });

/** Reads files of any kind; without an engine nothing is recognised, which is what most tests need. */
export async function readAll(files: readonly Uint8Array[], options: Partial<ReadOptions> = {}): Promise<Reading> {
  return readFiles(
    files.map((bytes) => ({ bytes, kind: recogniseFile(bytes) })),
    { engine: options.engine ?? (await nobody()), ...options },
  );
}
