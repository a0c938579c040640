import type { ArchiveDocument, DocumentContent } from '../../../server/filing/contract.ts';
import type { NamedDesk } from './desk-field.tsx';

/** The form as it stands on the screen: empty where nothing was chosen yet. */
export interface DocumentValues extends Omit<
  DocumentContent,
  'classificationCode' | 'pageCount' | 'readerPositionIds'
> {
  classificationCode: string;
  pageCount: string;
  readers: readonly NamedDesk[];
}

export type DocumentGaps = Partial<Record<keyof DocumentValues, string>>;

export const emptyDocument: DocumentValues = {
  kind: 'incoming_letter',
  title: '',
  number: '',
  documentDate: '',
  sender: '',
  recipient: '',
  summary: '',
  classificationCode: '',
  securityClass: 'B',
  media: 'paper',
  copyStatus: 'original',
  pageCount: '',
  readers: [],
};

export function isSecret({ securityClass }: Pick<DocumentValues, 'securityClass'>): boolean {
  return securityClass === 'R' || securityClass === 'SR';
}

/** Whoever manages a secret document must be among its readers. */
export function withOwnDesk(readers: readonly NamedDesk[], own: NamedDesk | undefined): readonly NamedDesk[] {
  if (own === undefined || readers.some(({ positionId }) => positionId === own.positionId)) return readers;
  return [own, ...readers];
}

export function valuesOf(document: ArchiveDocument): DocumentValues {
  const { kind, title, number, documentDate, sender, recipient, summary, securityClass, media, copyStatus } = document;
  return {
    ...{ kind, title, number, documentDate, sender, recipient, summary, securityClass, media, copyStatus },
    classificationCode: document.classificationCode ?? '',
    pageCount: document.pageCount === 0 ? '' : String(document.pageCount),
    readers: document.readers,
  };
}

/** Outside R and SR named readers come on top of those of the unit, so that they are kept as they stood. */
export function toContent(values: DocumentValues, own: NamedDesk | undefined): DocumentContent {
  const { readers, classificationCode, pageCount, ...rest } = values;
  const named = isSecret(rest) ? withOwnDesk(readers, own) : readers;
  return {
    ...rest,
    classificationCode: classificationCode === '' ? null : classificationCode,
    pageCount: pageCount.trim() === '' ? 0 : Number(pageCount),
    readerPositionIds: named.map(({ positionId }) => positionId),
  };
}

/** What must be mended before the form can be saved. */
export function findGaps(values: DocumentValues): DocumentGaps {
  const gaps: DocumentGaps = {};
  if (values.title.trim().length < 3) gaps.title = 'Isi judul dokumen.';
  if (values.documentDate === '') gaps.documentDate = 'Isi tanggal dokumen.';
  if (!/^\d{0,5}$/u.test(values.pageCount.trim())) gaps.pageCount = 'Tulis dengan angka saja, misalnya 12.';
  if (isSecret(values) && values.readers.length === 0) gaps.readers = 'Pilih jabatan yang boleh membaca.';
  return gaps;
}
