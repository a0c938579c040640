import { annexKind } from '../pdf/annex-kind.ts';

export interface FileKind {
  readonly mediaType: string;
  /** Endings that file names of this kind may have, the usual one first. */
  readonly endings: readonly string[];
  readonly isReadable: boolean;
  /** Holds a message with attachments of its own. */
  readonly container?: 'tnef' | 'outlook' | 'embedded_message';
}

const kind = (mediaType: string, ...endings: string[]): FileKind => ({ mediaType, endings, isReadable: false });

const READABLE = {
  pdf: { mediaType: 'application/pdf', endings: ['.pdf'], isReadable: true },
  jpeg: { mediaType: 'image/jpeg', endings: ['.jpg', '.jpeg', '.jpe', '.jfif'], isReadable: true },
  png: { mediaType: 'image/png', endings: ['.png'], isReadable: true },
  tiff: { mediaType: 'image/tiff', endings: ['.tif', '.tiff'], isReadable: true },
} as const satisfies Record<string, FileKind>;

const EMBEDDED: FileKind = { ...kind('message/rfc822', '.eml'), container: 'embedded_message' };
const TNEF: FileKind = { ...kind('application/ms-tnef', '.dat'), container: 'tnef' };
const OUTLOOK: FileKind = { ...kind('application/vnd.ms-outlook', '.msg'), container: 'outlook' };

const ZIP = kind('application/zip', '.zip', '.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp');
const IN_ZIP: readonly (readonly [string, FileKind])[] = [
  ['word/document', kind('application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx', '.docm')],
  ['xl/workbook', kind('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx', '.xlsm')],
  ['ppt/presentation', kind('application/vnd.openxmlformats-officedocument.presentationml.presentation', '.pptx')],
  ['mimetypeapplication/vnd.oasis.opendocument.text', kind('application/vnd.oasis.opendocument.text', '.odt')],
  [
    'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    kind('application/vnd.oasis.opendocument.spreadsheet', '.ods'),
  ],
];

const OLE = kind('application/x-ole-storage', '.doc', '.xls', '.ppt');
const IN_OLE: readonly (readonly [string, FileKind])[] = [
  ['__properties_version1.0', OUTLOOK],
  ['WordDocument', kind('application/msword', '.doc', '.dot')],
  ['Workbook', kind('application/vnd.ms-excel', '.xls', '.xlt')],
  ['PowerPoint Document', kind('application/vnd.ms-powerpoint', '.ppt', '.pps')],
];

type Judge = (bytes: Buffer) => FileKind;
const BY_FIRST_BYTES: readonly (readonly [hex: string, FileKind | Judge])[] = [
  ['49492a00', READABLE.tiff],
  ['4d4d002a', READABLE.tiff],
  ['504b0304', (bytes) => IN_ZIP.find(([mark]) => bytes.includes(mark, 0, 'latin1'))?.[1] ?? ZIP],
  ['d0cf11e0a1b11ae1', (bytes) => IN_OLE.find(([mark]) => bytes.includes(mark, 0, 'utf16le'))?.[1] ?? OLE],
  ['789f3e22', TNEF],
  ['7b5c727466', kind('application/rtf', '.rtf', '.doc')],
  ['474946383', kind('image/gif', '.gif')],
  ['526172211a07', kind('application/vnd.rar', '.rar')],
  ['377abcaf271c', kind('application/x-7z-compressed', '.7z')],
  ['1f8b08', kind('application/gzip', '.gz', '.tgz')],
];

const BY_NAME: Record<string, { kind: FileKind; fits: (bytes: Buffer) => boolean }> = {
  txt: { kind: kind('text/plain', '.txt'), fits: isText },
  csv: { kind: kind('text/csv', '.csv'), fits: isText },
  p7m: { kind: kind('application/pkcs7-mime', '.p7m'), fits: (bytes) => bytes[0] === 0x30 },
};

/**
 * What a file is by its bytes; the declared type and name only decide about messages, plain text and S/MIME, which have
 * no bytes of their own to be known by. Null for what is neither document nor image nor message.
 */
export function fileKind(bytes: Buffer, declaredType: string, fileName: string | undefined): FileKind | null {
  const ending = /[.]([^.]+)$/.exec(fileName?.toLowerCase() ?? '')?.[1] ?? '';
  if (declaredType === 'message/rfc822' || ending === 'eml') return EMBEDDED;
  return kindByBytes(bytes) ?? kindByName(bytes, ending);
}

function kindByBytes(bytes: Buffer): FileKind | null {
  const head = bytes.subarray(0, 16).toString('hex');
  const found = BY_FIRST_BYTES.find(([hex]) => head.startsWith(hex))?.[1];
  if (found !== undefined) return typeof found === 'function' ? found(bytes) : found;
  const mark = bytes.toString('latin1', 4, 12);
  if (/^ftyp(hei|hev|mif|msf)/.test(mark)) return kind('image/heic', '.heic', '.heif');
  if (head.startsWith('52494646') && mark.endsWith('WEBP')) return kind('image/webp', '.webp');
  const readable = annexKind(bytes);
  return readable && READABLE[readable];
}

function kindByName(bytes: Buffer, ending: string): FileKind | null {
  const named = Object.hasOwn(BY_NAME, ending) ? BY_NAME[ending] : undefined;
  return named?.fits(bytes) === true ? named.kind : null;
}

function isText(bytes: Buffer): boolean {
  return !bytes.subarray(0, 4096).includes(0) && bytes.toString('latin1', 0, 2) !== 'MZ';
}
