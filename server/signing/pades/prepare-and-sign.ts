import { createHash } from 'node:crypto';
import type { SignatureProvider } from '../provider.ts';
import { writeSignedAttributes, writeSignedData } from './cms/write-signed-data.ts';
import { type ByteRange, fillGap, fitsGap, rangedBytes, RESERVED_BYTES } from './contents-gap.ts';
import { OID } from './der/oids.ts';
import { appendRevision } from './pdf/append-revision.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { PdfMalformed } from './pdf/pdf-value.ts';
import { pdfDate, textString, writeValue } from './pdf/write-value.ts';
import { placeSignatureField } from './place-signature-field.ts';
import { SigningRefused } from './signing-refused.ts';

/** Where the signature widget stands: `page` counts from 1, lengths are points, the origin is the page's lower left corner. */
export interface SignatureBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SignRequest {
  readonly pdf: Uint8Array;
  readonly signatureBox: SignatureBox;
  /** Unique among the form fields of the file, without a full stop. */
  readonly fieldName: string;
  readonly signer: { readonly name: string };
  readonly location: string;
  readonly reason: string;
  readonly keystore: SignatureProvider;
  readonly signingTime: Date;
}

const RANGE_WIDTH = 40;
const RANGE_MARK = '/ByteRange [';
const CONTENTS_MARK = '/Contents ';

function signatureBody({ signer, location, reason, signingTime }: SignRequest): string {
  return [
    '<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `${RANGE_MARK}${' '.repeat(RANGE_WIDTH)}]`,
    `${CONTENTS_MARK}<${'0'.repeat(RESERVED_BYTES * 2)}>`,
    `/M ${writeValue(pdfDate(signingTime))}`,
    `/Name ${writeValue(textString(signer.name))}`,
    `/Location ${writeValue(textString(location))}`,
    `/Reason ${writeValue(textString(reason))}>>`,
  ].join('\n');
}

/** Writes the byte range into its blanks, in place. */
function setByteRange(bytes: Buffer, objectStart: number): ByteRange {
  const gapStart = bytes.indexOf(CONTENTS_MARK, objectStart) + CONTENTS_MARK.length;
  const gapEnd = gapStart + RESERVED_BYTES * 2 + 2;
  const range: ByteRange = [0, gapStart, gapEnd, bytes.length - gapEnd];
  const at = bytes.indexOf(RANGE_MARK, objectStart) + RANGE_MARK.length;
  bytes.write(range.join(' ').padEnd(RANGE_WIDTH), at, 'latin1');
  return range;
}

function openForSigning(pdf: Uint8Array): PdfFile {
  const file = new PdfFile(pdf);
  if (file.isEncrypted) throw new SigningRefused('Berkas PDF terkunci kata sandi sehingga tidak dapat ditandatangani.');
  return file;
}

function prepare(request: SignRequest): { bytes: Buffer; range: ByteRange } {
  try {
    const file = openForSigning(request.pdf);
    const { objects, signatureNumber } = placeSignatureField(file, request.signatureBox, request.fieldName);
    const signature = { number: signatureNumber, generation: 0, body: signatureBody(request) };
    const { bytes, offsets } = appendRevision(file, [signature, ...objects]);
    return { bytes, range: setByteRange(bytes, offsets.get(signatureNumber) ?? 0) };
  } catch (error) {
    if (!(error instanceof PdfMalformed)) throw error;
    throw new SigningRefused('Susunan berkas PDF rusak sehingga tidak dapat ditandatangani.', { cause: error });
  }
}

/**
 * Appends a PAdES B-B signature (ETSI EN 319 142-1) as an incremental update: the bytes of `pdf` stay an exact prefix.
 * Rejects with `SigningRefused` when the file cannot carry the signature; what the keystore throws passes through.
 */
export async function prepareAndSign(request: SignRequest): Promise<Uint8Array> {
  const { certificate, chain } = request.keystore;
  const { bytes, range } = prepare(request);
  const digest = createHash('sha256');
  for (const piece of rangedBytes(bytes, range)) digest.update(piece);
  const signedAttributes = writeSignedAttributes(OID.data, digest.digest(), certificate);
  const signature = await request.keystore.sign(signedAttributes);
  const cms = writeSignedData({
    contentType: OID.data,
    signedAttributes,
    signature,
    certificate,
    certificates: [certificate, ...chain],
  });
  if (!fitsGap(range, cms)) throw new SigningRefused('Sertifikat terlalu besar untuk ruang tanda tangan dalam berkas.');
  return fillGap(bytes, range, cms);
}
