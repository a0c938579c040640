import { recordBlob, releaseBlobs } from '../files/files.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { cleanFileName } from '../letters/accept-upload.ts';
import type { UploadedFile, uploadClassificationFileEndpoint } from './contract.ts';
import { insertEdition, putFile } from './edition-queries.ts';
import { lockDraft } from './lock-draft.ts';
import { refuse } from './read-csv.ts';
import { readRows, type ImportFile } from './read-rows.ts';
import type { ImportSlot } from './retention-shapes.ts';
import { requireSchemeChanger } from './scheme-rights.ts';

export const blobOwner = (slot: ImportSlot): string => `classification_${slot}`;

/** Keeps a CSV with its import, in place of the last one of its slot; a file that cannot be read is not kept. */
export async function uploadClassificationFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof uploadClassificationFileEndpoint> & { bytes: Buffer },
): Promise<UploadedFile> {
  requireSchemeChanger(actor);
  const { editionId, slot, bytes } = input;
  const { agencyId, positionId, personId } = actor;
  const file = readRows(bytes, slot);
  requireSlot(file, slot);
  const fileName = cleanFileName(input.fileName);
  const stored = await deps.files.write(agencyId, bytes);
  return command(deps, actor, async (tx) => {
    const now = deps.now();
    await insertEdition(tx, {
      ...{ agencyId, editionId, kind: 'import', status: 'draft', title: '', reason: '', effectiveFrom: null, now },
      counts: {},
      by: { positionId, personId },
    });
    await lockDraft(tx, { agencyId, editionId });
    await releaseBlobs(tx, { agencyId, kind: blobOwner(slot), id: editionId });
    await recordBlob(tx, { ...stored, agencyId, mediaType: 'text/csv' }, { kind: blobOwner(slot), id: editionId, now });
    await putFile(tx, { ...stored, agencyId, editionId, slot, fileName, rowCount: file.rowCount, now });
    const { rowCount, columns, ignoredColumns } = file;
    return { slot, fileName, sizeBytes: stored.sizeBytes, rowCount, columns, ignoredColumns };
  });
}

function requireSlot({ hasNames, hasRules }: ImportFile, slot: ImportSlot): void {
  if (slot === 'scheme' && !hasNames)
    refuse('Berkas ini tidak memuat nama kode, jadi bukan klasifikasi. Bila ini JRA, pilih pada bagian JRA.');
  if (slot === 'schedule' && !hasRules)
    refuse(
      'Berkas ini tidak memuat kolom retensi, jadi bukan JRA. Bila ini klasifikasi, pilih pada bagian klasifikasi.',
    );
}
