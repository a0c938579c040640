import { createHash, type KeyObject, sign, type X509Certificate } from 'node:crypto';
import { writeSignedAttributes, writeSignedData } from '../../server/signing/pades/cms/write-signed-data.ts';
import { type ByteRange, fillGap } from '../../server/signing/pades/contents-gap.ts';
import { OID } from '../../server/signing/pades/der/oids.ts';
import { appendRevision, type NewObject, nextObjectNumber } from '../../server/signing/pades/pdf/append-revision.ts';
import { listPages } from '../../server/signing/pades/pdf/list-pages.ts';
import { PdfFile } from '../../server/signing/pades/pdf/pdf-file.ts';
import {
  dict,
  isRef,
  name,
  type PdfEntries,
  type PdfRef,
  type PdfValue,
  ref,
} from '../../server/signing/pades/pdf/pdf-value.ts';
import { writeValue } from '../../server/signing/pades/pdf/write-value.ts';
import { placeSignatureField } from '../../server/signing/pades/place-signature-field.ts';
import { lastByteRange } from './sample-authority.ts';

export interface Update {
  readonly file: PdfFile;
  readonly root: PdfEntries;
  readonly firstPage: { readonly ref: PdfRef; readonly entries: PdfEntries };
  /** Number of a new object; each call gives the next. */
  readonly next: () => number;
}

export function replaced(target: PdfRef, entries: PdfEntries, changes: Record<string, PdfValue>): NewObject {
  const body = writeValue({ kind: 'dict', entries: new Map([...entries, ...Object.entries(changes)]) });
  return { number: target.number, generation: target.generation, body };
}

export function streamObject(number: number, content: string, entries: Record<string, PdfValue> = {}): NewObject {
  const head = writeValue(dict({ ...entries, Length: content.length }));
  return { number, generation: 0, body: `${head}\nstream\n${content}\nendstream` };
}

/** Appends a correct incremental update holding whatever the attacker likes. */
export function append(pdf: Uint8Array, write: (update: Update) => readonly NewObject[]): Uint8Array {
  const file = new PdfFile(pdf);
  const [firstPage] = listPages(file);
  if (firstPage === undefined) throw new Error('No page');
  let number = nextObjectNumber(file);
  return appendRevision(file, write({ file, root: file.root, firstPage, next: () => number++ })).bytes;
}

export const TEXT = 'BT /F1 40 Tf 50 400 Td (Rp 900.000.000) Tj ET';

export function numberOf(value: PdfValue | undefined): PdfRef {
  if (!isRef(value)) throw new Error('Not a reference');
  return value;
}

/** Signs again, with any attributes, over any range of a file that already holds a signature gap. */
export function resign(
  pdf: Uint8Array,
  signer: { key: KeyObject; certificate: X509Certificate; chain: readonly X509Certificate[] },
  options: { range?: ByteRange; signedAttributes?: (digest: Buffer) => Buffer } = {},
): Uint8Array {
  const gap = lastByteRange(pdf);
  const range = options.range ?? gap;
  const bytes = Buffer.from(pdf);
  const at = bytes.lastIndexOf('/ByteRange [') + '/ByteRange ['.length;
  bytes.write(range.join(' ').padEnd(40), at, 'latin1');
  const hash = createHash('sha256');
  hash.update(bytes.subarray(range[0], range[0] + range[1])).update(bytes.subarray(range[2], range[2] + range[3]));
  const digest = hash.digest();
  const { certificate, chain, key } = signer;
  const signedAttributes = options.signedAttributes?.(digest) ?? writeSignedAttributes(OID.data, digest, certificate);
  const certificates = [certificate, ...chain];
  const signature = sign('sha256', signedAttributes, key);
  return fillGap(
    bytes,
    gap,
    writeSignedData({ contentType: OID.data, signedAttributes, signature, certificate, certificates }),
  );
}

/** A document timestamp (EN 319 142-1 5.4.3), as the later steps to B-LTA will write it. */
export async function addDocumentTimestamp(
  pdf: Uint8Array,
  stamp: (digest: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = new PdfFile(pdf);
  const { objects, signatureNumber } = placeSignatureField(
    file,
    { page: 1, x: 0, y: 0, width: 0, height: 0 },
    'StempelWaktu',
  );
  const head = '<</Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161';
  const body = `${head}\n/ByteRange [${' '.repeat(40)}]\n/Contents <${'0'.repeat(16_384)}>>>`;
  const { bytes, offsets } = appendRevision(file, [{ number: signatureNumber, generation: 0, body }, ...objects]);
  const gapStart = bytes.indexOf('/Contents ', offsets.get(signatureNumber)) + '/Contents '.length;
  const gapEnd = gapStart + 16_386;
  const range: ByteRange = [0, gapStart, gapEnd, bytes.length - gapEnd];
  bytes.write(range.join(' ').padEnd(40), bytes.indexOf('/ByteRange [', offsets.get(signatureNumber)) + 12, 'latin1');
  const hash = createHash('sha256').update(bytes.subarray(0, gapStart)).update(bytes.subarray(gapEnd));
  return fillGap(bytes, range, await stamp(hash.digest()));
}

/** A validation store (EN 319 142-1 5.4.2) with certificates and revocation lists. */
export function addValidationStore(
  pdf: Uint8Array,
  certificates: readonly Uint8Array[],
  crls: readonly Uint8Array[],
): Uint8Array {
  return append(pdf, ({ file, root, next }) => {
    const objects: NewObject[] = [];
    const store = (der: Uint8Array): PdfRef => {
      const number = next();
      objects.push(streamObject(number, Buffer.from(der).toString('latin1')));
      return ref(number);
    };
    const dss = dict({ Type: name('DSS'), Certs: certificates.map(store), CRLs: crls.map(store) });
    return [...objects, replaced(file.rootRef, root, { DSS: dss })];
  });
}
