import { createHash } from 'node:crypto';
import { recordEvents } from '../audit/record-events.ts';
import { command, read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordBlob } from '../files/files.ts';
import { cleanFileName } from '../letters/accept-upload.ts';
import { enqueue } from '../outbox.ts';
import { beginLoad } from './begin-load.ts';
import type { LoadJob, uploadLoadEndpoint } from './contract.ts';
import { demandAdmin } from './demand-admin.ts';
import { findOpd, insertLoadPart } from './load-queries.ts';
import { PART_BYTES } from './stored-parts.ts';

/** Takes a table or package; a job looks at it. The same bytes for the same unit are the same job. */
export async function uploadLoad(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof uploadLoadEndpoint> & { bytes: Buffer },
): Promise<LoadJob> {
  demandAdmin(actor);
  const { agencyId, positionId, personId } = actor;
  const { kind, unitId, bytes } = input;
  if (bytes.length === 0)
    throw new AppError('invalid_input', { fields: [{ path: 'fileName', message: 'Berkas yang diunggah kosong.' }] });
  await read(deps, actor, async (tx) => {
    if (!(await findOpd(tx, { agencyId, unitId }))) throw new AppError('not_found');
  });
  const parts: { sha256: string; sizeBytes: number }[] = [];
  for (let at = 0; at < bytes.length; at += PART_BYTES)
    parts.push(await deps.files.write(agencyId, bytes.subarray(at, at + PART_BYTES)));
  const sourceSha256 = createHash('sha256').update(bytes).digest('hex');
  return command(deps, actor, async (tx) => {
    const now = deps.now();
    const label = cleanFileName(input.fileName);
    const acceptsForeign = input.acceptsForeign === 'true';
    const wanted = { agencyId, unitId, kind, label, source: 'upload', sourceSha256, acceptsForeign } as const;
    const job = await beginLoad(tx, { ...wanted, positionId, personId, now });
    if (job.status === 'done') return job;
    for (const [ordinal, part] of parts.entries()) {
      await recordBlob(
        tx,
        { ...part, agencyId, mediaType: 'application/octet-stream' },
        { kind: 'load', id: job.id, now },
      );
      await insertLoadPart(tx, { agencyId, jobId: job.id, ordinal, ...part });
    }
    await enqueue(tx, agencyId, 'exchange.load', { loadId: job.id }, { now });
    await recordEvents(tx, deps, actor, [
      { action: 'load.begun', detail: { loadId: job.id, kind, unitId, sourceSha256 } },
    ]);
    return job;
  });
}
