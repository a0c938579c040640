import { read } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { type BagFileRow, type BagRecordRow, listBagFiles, listBagRecords } from './bag-queries.ts';
import { SetFile } from './bag-set.ts';
import { collectRecord } from './collect-record.ts';
import type { ExportWork } from './export-queries.ts';
import { originOf } from './origin.ts';
import { findAgency } from './queries.ts';
import type { Progress } from './report-progress.ts';
import { softwareVersion } from './software-version.ts';
import { type SetItem, writeBag } from './write-bag.ts';
import type { ZipWriter } from './zip-writer.ts';

/** Files (berkas) as one bag, as the desk that asked may read their records. */
export async function packFiles(
  deps: Deps,
  actor: DeskActor,
  { job, zip, progress }: { job: ExportWork; zip: ZipWriter; progress: Progress },
): Promise<void> {
  const { agencyId } = actor;
  const { agency, files } = await read(deps, actor, async (tx) => ({
    agency: await findAgency(tx, agencyId),
    files: await listBagFiles(tx, agencyId, job.fileIds),
  }));
  await writeBag(zip, {
    name: `lontar-${job.id}`,
    title: job.title,
    origin: originOf(deps, agencyId, agency),
    at: deps.now(),
    version: softwareVersion(),
    files: async function* () {
      for (const row of files) {
        const records = await read(deps, actor, (tx) => listBagRecords(tx, { agencyId, fileId: row.id }));
        yield { file: describeFile(row), items: records.map(itemOf) };
      }
    },
    collect: (item) => collectRecord(deps, actor, item),
    onRecord: (isWithheld) => progress.count(isWithheld),
  });
}

/** A file that came from another instance goes out under the description it had there. */
function describeFile(row: BagFileRow): SetFile {
  const came = SetFile.safeParse(row.cameAs);
  if (came.success) return came.data;
  const { classificationCode: code, classificationName: name, ...facts } = row;
  return SetFile.parse({ ...facts, classification: { code, name } });
}

function itemOf({ letterId, incomingId, documentId, copyStatus }: BagRecordRow): SetItem {
  if (incomingId !== null) return { kind: 'incoming_letter', id: incomingId, copyStatus };
  if (letterId !== null) return { kind: 'outgoing_letter', id: letterId, copyStatus };
  return { kind: 'document', id: documentId ?? '', copyStatus };
}
