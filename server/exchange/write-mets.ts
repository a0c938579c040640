import type { BagFile } from './bag-folder.ts';
import { type Element, xmlBytes, xmlDocument } from './xml.ts';

const NAMESPACES = {
  xmlns: 'http://www.loc.gov/METS/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};
const PROFILE = 'https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-2-0.xml';
export const REPRESENTATION = 'representations/rep1';

/** A described file: METS points at it and says what kind of description it is. */
export interface MetadataFile extends BagFile {
  readonly kind: 'DC' | 'PREMIS' | 'OTHER';
}

export interface MetsHead {
  readonly objectId: string;
  readonly label: string;
  readonly createdAt: string;
  readonly version: string;
}

/** METS.xml at the root of the package: every description, and the METS of the one representation (E-ARK CSIP 2.2). */
export function writeRootMets(
  head: MetsHead,
  parts: {
    metadata: readonly MetadataFile[];
    documentation: readonly BagFile[];
    representation: BagFile;
  },
): Buffer {
  const { document, root } = beginMets(head);
  const descriptive = parts.metadata.filter(({ kind }) => kind !== 'PREMIS');
  const preservation = parts.metadata.filter(({ kind }) => kind === 'PREMIS');
  for (const [index, file] of descriptive.entries())
    reference(section(root, 'dmdSec', `dmd-${index + 1}`, head), file, head.createdAt);
  if (preservation.length > 0) {
    const administrative = root.ele('amdSec', { ID: 'amd-1' });
    for (const [index, file] of preservation.entries())
      reference(section(administrative, 'digiprovMD', `prov-${index + 1}`, head), file, head.createdAt);
  }
  const files = root.ele('fileSec', { ID: 'files-root' });
  writeGroup(files, { use: 'Documentation', id: 'group-documentation', at: head.createdAt }, parts.documentation);
  writeGroup(files, { use: 'Representations/rep1', id: 'group-rep1', at: head.createdAt }, [parts.representation]);
  const map = root.ele('structMap', { ID: 'structure', TYPE: 'PHYSICAL', LABEL: 'CSIP' });
  const top = map.ele('div', { ID: 'div-root', LABEL: head.objectId });
  top.ele('div', {
    ID: 'div-metadata',
    LABEL: 'Metadata',
    DMDID: descriptive.map((_file, index) => `dmd-${index + 1}`).join(' '),
    ...(preservation.length > 0 ? { ADMID: preservation.map((_file, index) => `prov-${index + 1}`).join(' ') } : {}),
  });
  top.ele('div', { ID: 'div-documentation', LABEL: 'Documentation' }).ele('fptr', { FILEID: 'group-documentation' });
  const content = top.ele('div', { ID: 'div-rep1', LABEL: 'Representations/rep1' });
  content.ele('mptr', {
    LOCTYPE: 'URL',
    'xlink:type': 'simple',
    'xlink:href': parts.representation.path,
    'xlink:title': 'group-rep1',
  });
  return xmlBytes(document);
}

/** METS.xml of the representation: every file of every record; paths are below the representation's own folder. */
export function writeRepresentationMets(head: MetsHead, data: readonly BagFile[]): Buffer {
  const { document, root } = beginMets({ ...head, objectId: 'rep1' });
  const files = root.ele('fileSec', { ID: 'files-rep1' });
  const below = data.map((file) => ({ ...file, path: file.path.slice(REPRESENTATION.length + 1) }));
  writeGroup(files, { use: 'Data', id: 'group-data', at: head.createdAt }, below);
  const map = root.ele('structMap', { ID: 'structure', TYPE: 'PHYSICAL', LABEL: 'CSIP' });
  const top = map.ele('div', { ID: 'div-root', LABEL: 'rep1' });
  top.ele('div', { ID: 'div-metadata', LABEL: 'Metadata' });
  top.ele('div', { ID: 'div-data', LABEL: 'Data' }).ele('fptr', { FILEID: 'group-data' });
  return xmlBytes(document);
}

function beginMets(head: MetsHead): { document: Element; root: Element } {
  const document = xmlDocument();
  const root = document.ele('mets', {
    ...NAMESPACES,
    OBJID: head.objectId,
    LABEL: head.label,
    TYPE: 'Other',
    'csip:OTHERTYPE': 'Arsip dinamis',
    'csip:CONTENTINFORMATIONTYPE': 'MIXED',
    PROFILE,
  });
  const header = root.ele('metsHdr', {
    CREATEDATE: head.createdAt,
    LASTMODDATE: head.createdAt,
    RECORDSTATUS: 'NEW',
    'csip:OAISPACKAGETYPE': 'SIP',
  });
  const agent = header.ele('agent', { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' });
  agent.ele('name').txt('Lontar');
  agent.ele('note', { 'csip:NOTETYPE': 'SOFTWARE VERSION' }).txt(head.version);
  return { document, root };
}

function section(parent: Element, name: 'dmdSec' | 'digiprovMD', id: string, head: MetsHead): Element {
  return parent.ele(name, {
    ID: id,
    STATUS: 'CURRENT',
    ...(name === 'dmdSec' ? { CREATED: head.createdAt } : {}),
  });
}

function reference(parent: Element, file: MetadataFile, createdAt: string): void {
  parent.ele('mdRef', {
    LOCTYPE: 'URL',
    'xlink:type': 'simple',
    'xlink:href': file.path,
    MDTYPE: file.kind,
    ...(file.kind === 'OTHER' ? { OTHERMDTYPE: 'LONTAR' } : {}),
    ...attributesOf(file, createdAt),
  });
}

function writeGroup(parent: Element, group: { use: string; id: string; at: string }, files: readonly BagFile[]): void {
  const element = parent.ele('fileGrp', { ID: group.id, USE: group.use });
  for (const [index, file] of files.entries())
    element
      .ele('file', { ID: `${group.id}-${index + 1}`, ...attributesOf(file, group.at) })
      .ele('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': file.path });
}

function attributesOf({ mediaType, sizeBytes, sha256 }: BagFile, createdAt: string): Record<string, string> {
  return {
    MIMETYPE: mediaType,
    SIZE: String(sizeBytes),
    CREATED: createdAt,
    CHECKSUM: sha256,
    CHECKSUMTYPE: 'SHA-256',
  };
}
