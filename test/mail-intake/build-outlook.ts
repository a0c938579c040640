import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

export interface OutlookFile {
  readonly name: string;
  readonly content: Buffer | OutlookItem;
}

/** A message as Outlook saves it. */
export interface OutlookItem {
  readonly subject: string;
  readonly body: string;
  readonly files: readonly OutlookFile[];
}

/** Writes an Outlook message (MS-OXMSG in MS-CFB) for tests. */
export function buildOutlook(item: OutlookItem): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] }];
  addItem(entries, 0, item, 32);
  return Buffer.from(burn(entries));
}

function addItem(entries: Entry[], parent: number, { subject, body, files }: OutlookItem, headerBytes: number): void {
  addStream(entries, parent, '__properties_version1.0', Buffer.alloc(headerBytes));
  addStream(entries, parent, '__substg1.0_0037001F', Buffer.from(subject, 'utf16le'));
  addStream(entries, parent, '__substg1.0_1000001F', Buffer.from(body, 'utf16le'));
  files.forEach((file, index) => {
    addFile(entries, addFolder(entries, parent, `__attach_version1.0_#${String(index).padStart(8, '0')}`), file);
  });
}

function addFile(entries: Entry[], folder: number, { name, content }: OutlookFile): void {
  addStream(entries, folder, '__properties_version1.0', Buffer.alloc(8));
  addStream(entries, folder, '__substg1.0_3707001F', Buffer.from(name, 'utf16le'));
  addStream(entries, folder, '__substg1.0_3001001F', Buffer.from(name, 'utf16le'));
  if (Buffer.isBuffer(content)) addStream(entries, folder, '__substg1.0_37010102', content);
  else addItem(entries, addFolder(entries, folder, '__substg1.0_3701000D'), content, 24);
}

function addFolder(entries: Entry[], parent: number, name: string): number {
  return add(entries, parent, { name, type: TypeEnum.DIRECTORY, length: 0, children: [] });
}

function addStream(entries: Entry[], parent: number, name: string, bytes: Buffer): number {
  return add(entries, parent, {
    name,
    type: TypeEnum.DOCUMENT,
    length: bytes.length,
    binaryProvider: () => Uint8Array.from(bytes),
  });
}

function add(entries: Entry[], parent: number, entry: Entry): number {
  entries.push(entry);
  entries[parent]!.children!.push(entries.length - 1);
  return entries.length - 1;
}
