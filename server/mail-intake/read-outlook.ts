import { createRequire } from 'node:module';
import type outlook from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import { INTAKE_LIMITS } from './intake-message.ts';
import type { Contents, FoundPart } from './found-part.ts';

// Its default export is a different thing for each loader; required, it is the same everywhere.
const { default: OutlookReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as typeof outlook;

/**
 * The text and the files of an Outlook message (MS-OXMSG). A file whose chain of sectors runs in a circle may never end:
 * only for a process that is watched. @throws Error when it cannot be read
 */
export function readOutlook(bytes: Buffer): Contents {
  // A copy: the reader looks at the whole ArrayBuffer that a view belongs to.
  const reader = new OutlookReader(Uint8Array.from(bytes).buffer);
  reader.parserConfig = { ansiEncoding: 'windows-1252' };
  const fields = reader.getFileData();
  if (fields.dataType !== 'msg') throw new Error(fields.error ?? 'not an Outlook message');
  const files = fields.attachments ?? [];
  const parts: FoundPart[] = [];
  let bytesLeft: number = INTAKE_LIMITS.attachmentBytes;
  for (const file of files) {
    bytesLeft -= file.contentLength ?? 0;
    const part = bytesLeft < 0 ? null : readFile(reader, file);
    if (part) parts.push(part);
  }
  return {
    title: fields.subject ?? null,
    text: fields.body ?? '',
    parts,
    isWhole: parts.length === files.length,
  };
}

function readFile(reader: InstanceType<typeof OutlookReader>, file: FieldsData): FoundPart | null {
  const isMessage = file.innerMsgContent === true;
  if (!isMessage && file.dataId === undefined) return null;
  try {
    const { content } = reader.getAttachment(file);
    return {
      fileName: isMessage ? `${file.name ?? ''}.msg` : (file.fileName ?? file.fileNameShort ?? file.name),
      mediaType: (file.attachMimeTag ?? 'application/octet-stream').toLowerCase(),
      bytes: Buffer.from(content.buffer, content.byteOffset, content.length),
      isInline: isHiddenPicture(file),
    };
  } catch {
    return null;
  }
}

function isHiddenPicture({ attachmentHidden, pidContentId }: FieldsData): boolean {
  return attachmentHidden === true && pidContentId !== undefined;
}
