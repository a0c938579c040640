import type { FileName, RecordItem, UnfiledItem } from './file-shapes.ts';
import type { ItemRow, RecordRow } from './record-queries.ts';
import { reasonText } from './reason-text.ts';

const HIDDEN = { R: 'Arsip rahasia', SR: 'Arsip sangat rahasia', T: 'Arsip terbatas', B: '' } as const;

/**
 * An item as this desk may know of it. The archivist of the unit reads B and T; R and SR only who is named on it: others
 * see that there is an item, not what it is.
 */
export function describeItem(row: ItemRow): RecordItem {
  const isMasked = (row.securityClass === 'R' || row.securityClass === 'SR') && !row.isNamed;
  const { id, version, ordinal, securityClass, copyStatus, media, pageCount, filing, isDestroyed } = row;
  return {
    ...{ id, version, ordinal, securityClass, copyStatus, media, pageCount, filing, isDestroyed, isMasked },
    kind: kindOf(row),
    path: isMasked || isDestroyed ? null : pathOf(row),
    title: isMasked ? HIDDEN[securityClass] : row.title,
    number: isMasked ? '' : row.number,
    date: isMasked ? null : row.date,
    correspondent: isMasked ? '' : row.correspondent,
  };
}

function kindOf({ documentId, incomingId }: ItemRow): RecordItem['kind'] {
  if (documentId !== null) return 'document';
  return incomingId === null ? 'letter' : 'incoming';
}

/** The letter itself, where there is one of ours: the archivist's right is to it. */
function pathOf({ documentId, letterId, incomingId }: ItemRow): string {
  if (documentId !== null) return `/berkas/dokumen/${documentId}`;
  return letterId === null ? `/masuk/${incomingId ?? ''}` : `/surat/${letterId}`;
}

export function fileNameOf(row: Pick<RecordRow, 'fileId' | 'fileNumber' | 'fileYear' | 'fileTitle'>): FileName | null {
  const { fileId: id, fileNumber: number, fileYear: year, fileTitle: title } = row;
  return id === null || number === null || year === null || title === null ? null : { id, number, year, title };
}

export function describeUnfiled(row: RecordRow): UnfiledItem {
  const item = describeItem(row);
  const file = fileNameOf(row);
  const { unitId, createdAt, reason, isCertain, classificationCode, suggestedTitle } = row;
  const because = { ordinal: row.becauseOrdinal, number: row.becauseNumber };
  return {
    ...item,
    ...{ unitId, createdAt, reason, classificationCode, suggestedTitle, file },
    isCertain: isCertain && file !== null,
    reasonText: file === null ? 'Belum ada berkas yang cocok' : reasonText(reason, because),
  };
}

/** Under which id the chain keeps the events of an item. */
export function recordSubject(row: {
  letterId: string | null;
  incomingId: string | null;
  documentId: string | null;
}): string {
  return row.letterId ?? row.incomingId ?? row.documentId ?? '';
}
