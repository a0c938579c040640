import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { today } from '../organisation/directory.ts';
import { addDocument } from './add-document.ts';
import { checkDocument } from './check-document.ts';
import type { addDocumentEndpoint } from './contract.ts';
import { describeDocument } from './describe-document.ts';
import type { ArchiveDocument } from './document-contract.ts';
import { loadRecord } from './load-record.ts';
import { placeRecord } from './place-record.ts';
import { requireArchivistUnit } from './scope.ts';

/** The form "Arsipkan dokumen": paper or a file from another system, into a chosen file or with one proposed. */
export function archiveDocument(
  deps: Deps,
  actor: DeskActor,
  { content, fileId }: InputOf<typeof addDocumentEndpoint>,
): Promise<ArchiveDocument> {
  return command(deps, actor, async (tx) => {
    const { agencyId, positionId, personId } = actor;
    const unitId = requireArchivistUnit(actor);
    const { date } = await today(tx, deps, agencyId);
    await checkDocument(tx, actor, content, date);
    const source = { source: 'manual', sourceKey: null, origin: null, bodyText: '', files: [] } as const;
    const added = await addDocument(tx, deps, {
      ...{ ...content, ...source, agencyId, unitId, createdBy: { positionId, personId } },
      isPlacedByCaller: fileId !== undefined,
    });
    const events = [...added.events];
    if (fileId !== undefined) {
      const record = await loadRecord(tx, actor, added.recordId);
      events.push(...(await placeRecord(tx, deps, agencyId, { record, fileId, by: actor })).events);
    }
    const described = await describeDocument(tx, actor, added.documentId);
    await recordEvents(tx, deps, actor, events);
    return described;
  });
}
