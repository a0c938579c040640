import type { ArchiveDocument, DocumentContent } from '../../../server/filing/contract.ts';

type Content = import('zod').output<typeof DocumentContent>;

/** What the form "Arsipkan dokumen" holds. */
export type DocumentValues = Content & { readers: { positionId: string; title: string }[] };

export function emptyValues(today: string): DocumentValues {
  return {
    kind: 'incoming_letter',
    title: '',
    number: '',
    documentDate: today,
    sender: '',
    recipient: '',
    summary: '',
    classificationCode: null,
    securityClass: 'B',
    media: 'paper',
    copyStatus: 'original',
    pageCount: 0,
    readerPositionIds: [],
    readers: [],
  };
}

export function valuesOf(document: ArchiveDocument): DocumentValues {
  const { kind, title, number, documentDate, sender, recipient, summary, classificationCode } = document;
  const { securityClass, media, copyStatus, pageCount, readerPositionIds, readers } = document;
  return {
    ...{ kind, title, number, documentDate, sender, recipient, summary, classificationCode },
    ...{ securityClass, media, copyStatus, pageCount, readerPositionIds, readers },
  };
}

/** As the server takes it. */
export function contentOf({ readers, ...values }: DocumentValues): Content {
  return { ...values, readerPositionIds: readers.map(({ positionId }) => positionId) };
}
