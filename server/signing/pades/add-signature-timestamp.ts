import { createHash } from 'node:crypto';
import { readSignedData } from './cms/read-signed-data.ts';
import { withUnsignedAttribute } from './cms/write-signed-data.ts';
import { type ByteRange, fillGap, fitsGap } from './contents-gap.ts';
import { DerMalformed } from './der/read-der.ts';
import { OID } from './der/oids.ts';
import { honestByteRange, listSignatureFields } from './list-signatures.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { isString, PdfMalformed } from './pdf/pdf-value.ts';
import { readGap } from './read-gap.ts';
import { SigningRefused } from './signing-refused.ts';

/** Returns the DER TimeStampToken over a SHA-256 digest. */
export type TimestampSource = (digest: Uint8Array) => Promise<Uint8Array>;

export interface AddTimestampOptions {
  /** Default: the signature that covers the whole file, the only kind that can still take a timestamp. */
  readonly fieldName?: string;
}

interface OpenSignature {
  readonly range: ByteRange;
  readonly cms: Uint8Array;
}

function findOpenSignature(bytes: Uint8Array, fieldName: string | undefined): OpenSignature | undefined {
  const file = new PdfFile(bytes);
  for (const field of listSignatureFields(file)) {
    const contents = field.signature?.get('Contents');
    const range = honestByteRange(file, field);
    if (!isString(contents) || range === undefined || range[2] + range[3] !== bytes.length) continue;
    if (fieldName === undefined || fieldName === field.fieldName) return { range, cms: readGap(contents.bytes).raw };
  }
  return undefined;
}

function requireOpenSignature(
  bytes: Uint8Array,
  fieldName: string | undefined,
): OpenSignature & { signature: Uint8Array } {
  try {
    const found = findOpenSignature(bytes, fieldName);
    if (found === undefined)
      throw new SigningRefused('Berkas tidak memuat tanda tangan yang masih dapat diberi stempel waktu.');
    return { ...found, signature: readSignedData(found.cms).signer.signature };
  } catch (error) {
    if (!(error instanceof PdfMalformed || error instanceof DerMalformed)) throw error;
    throw new SigningRefused('Tanda tangan dalam berkas rusak sehingga tidak dapat diberi stempel waktu.', {
      cause: error,
    });
  }
}

/**
 * Raises B-B to B-T: puts the RFC 3161 token into the space reserved in Contents, so the length of the file stays.
 * Needs no key. Errors of `requestTimestamp` pass through; `SigningRefused` when there is no room or no such signature.
 */
export async function addSignatureTimestamp(
  bytes: Uint8Array,
  requestTimestamp: TimestampSource,
  { fieldName }: AddTimestampOptions = {},
): Promise<Uint8Array> {
  const { range, cms, signature } = requireOpenSignature(bytes, fieldName);
  const token = await requestTimestamp(createHash('sha256').update(signature).digest());
  const timestamped = withUnsignedAttribute(cms, OID.signatureTimestamp, token);
  if (!fitsGap(range, timestamped))
    throw new SigningRefused('Stempel waktu terlalu besar untuk ruang yang tersedia dalam berkas.');
  return fillGap(bytes, range, timestamped);
}
