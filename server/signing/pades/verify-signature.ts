import { createHash, type X509Certificate } from 'node:crypto';
import { AlgorithmUnsupported } from './cms/algorithms.ts';
import { checkSignedData, CmsRejected } from './cms/check-signed-data.ts';
import { checkTimestampToken, type TimestampToken } from './cms/check-timestamp-token.ts';
import { readSignedData, type SignedData } from './cms/read-signed-data.ts';
import { isUnchangedSince } from './compare-revisions.ts';
import { type ByteRange, rangedBytes } from './contents-gap.ts';
import { type HashName, OID } from './der/oids.ts';
import { judgeCertificate, maySignDocuments, type Trust } from './judge-certificate.ts';
import {
  forbidsFurtherSignatures,
  honestByteRange,
  isDocumentTimestamp,
  type SignatureField,
} from './list-signatures.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { isString, nameOf, PdfMalformed, sameValue } from './pdf/pdf-value.ts';
import { readPdfDate } from './pdf/write-value.ts';
import { readGap } from './read-gap.ts';
import type { SignatureReport, Verdict } from './report.ts';
import { commonNameOf, oneLine, readCertificate } from './x509/read-certificate.ts';

export interface SignatureContext {
  readonly file: PdfFile;
  readonly trust: Trust;
  /** Now, or the time of the document timestamp that covers this signature. */
  readonly controlTime: Date;
}

class Judged extends Error {
  readonly verdict: Verdict;
  readonly facts: Partial<SignatureReport>;
  constructor(verdict: Verdict, reason: string, facts: Partial<SignatureReport> = {}) {
    super(reason);
    this.verdict = verdict;
    this.facts = facts;
  }
}

const SIGNATURE_FILTERS = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached']);

function digestOfRange(file: PdfFile, range: ByteRange): (hash: HashName) => Uint8Array {
  return (hash) => {
    const digest = createHash(hash);
    for (const piece of rangedBytes(file.bytes, range)) digest.update(piece);
    return digest.digest();
  };
}

function requireRange(file: PdfFile, field: SignatureField): ByteRange {
  const range = honestByteRange(file, field);
  if (range === undefined) throw new Judged('invalid', 'Rentang byte tanda tangan tidak sah.');
  return range;
}

function requireUnchanged(file: PdfFile, field: SignatureField, range: ByteRange): void {
  const end = range[2] + range[3];
  if (end === file.bytes.length) return;
  const signed = new PdfFile(file.bytes.subarray(0, end));
  const number = field.signatureRef?.number ?? -1;
  const isInside = sameValue(signed.object(number)?.value ?? null, file.object(number)?.value ?? null);
  if (!isInside || !isUnchangedSince(signed, file, forbidsFurtherSignatures(file, field)))
    throw new Judged('changed', 'Isi dokumen diubah setelah ditandatangani.');
}

function certificateFacts(certificate: X509Certificate): Partial<SignatureReport> {
  const { validFrom, validTo } = readCertificate(certificate);
  return {
    name: commonNameOf(certificate),
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serial: certificate.serialNumber,
    validFrom,
    validTo,
  };
}

function checkToken(token: Uint8Array, digestOf: (hash: HashName) => Uint8Array, trust: Trust): TimestampToken {
  try {
    return checkTimestampToken(token, { digestOf, pool: trust.pool });
  } catch (error) {
    if (error instanceof AlgorithmUnsupported) throw error;
    throw new Judged('invalid', 'Stempel waktu rusak atau bukan untuk tanda tangan ini.');
  }
}

/** The trusted time at which the signature existed; undefined without a timestamp. */
function timestampOf(signedData: SignedData, { trust, controlTime }: SignatureContext): Partial<SignatureReport> {
  const { unsignedAttributes, signature } = signedData.signer;
  if ([...unsignedAttributes.keys()].some((oid) => oid !== OID.signatureTimestamp)) {
    throw new Judged('unknown', 'Tanda tangan memuat keterangan tambahan yang tidak dikenal.');
  }
  const value = unsignedAttributes.get(OID.signatureTimestamp);
  if (value === undefined) return { level: 'B-B' };
  const token = checkToken(value.raw, (hash) => createHash(hash).update(signature).digest(), trust);
  const judged = judgeCertificate({ ...token, at: controlTime, isProven: false }, trust);
  const timestamp = {
    time: token.time,
    authority: commonNameOf(token.certificate),
    trusted: judged.verdict === 'valid',
  };
  if (judged.verdict !== 'valid') {
    throw new Judged(judged.verdict, `Stempel waktu: ${judged.reason ?? ''}`, { timestamp });
  }
  if (token.time > controlTime) throw new Judged('invalid', 'Stempel waktu berasal dari masa depan.', { timestamp });
  return { level: 'B-T', signedAt: token.time, timestamp };
}

function verifyCms(
  context: SignatureContext,
  field: SignatureField,
  range: ByteRange,
  cms: Uint8Array,
): Partial<SignatureReport> {
  const { trust, controlTime } = context;
  const subFilter = nameOf(field.signature?.get('SubFilter')) ?? '';
  if (!SIGNATURE_FILTERS.has(subFilter)) throw new Judged('unknown', 'Jenis tanda tangan ini tidak dikenal.');
  const signedData = readSignedData(cms);
  if (signedData.content !== undefined) throw new Judged('invalid', 'Tanda tangan membawa isi sendiri.');
  const certificate = checkSignedData(signedData, {
    digestOf: digestOfRange(context.file, range),
    contentType: OID.data,
    essRequired: subFilter === 'ETSI.CAdES.detached',
    pool: trust.pool,
  });
  const facts = certificateFacts(certificate);
  if (!maySignDocuments(certificate))
    throw new Judged('invalid', 'Sertifikat bukan untuk menandatangani dokumen.', facts);
  const timed = withFacts(facts, () => timestampOf(signedData, context));
  const at = timed.signedAt ?? controlTime;
  const { certificates } = signedData;
  const judged = judgeCertificate({ certificate, certificates, at, isProven: timed.signedAt !== undefined }, trust);
  return { ...facts, ...timed, ...judged };
}

function withFacts<T>(facts: Partial<SignatureReport>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Judged) throw new Judged(error.verdict, error.message, { ...facts, ...error.facts });
    throw error;
  }
}

function verifyDocumentTimestamp(
  context: SignatureContext,
  range: ByteRange,
  cms: Uint8Array,
): Partial<SignatureReport> {
  const { file, trust, controlTime } = context;
  const token = checkToken(cms, digestOfRange(file, range), trust);
  const judged = judgeCertificate({ ...token, at: controlTime, isProven: false }, trust);
  const timestamp = {
    time: token.time,
    authority: commonNameOf(token.certificate),
    trusted: judged.verdict === 'valid',
  };
  return { ...certificateFacts(token.certificate), level: 'B-T', signedAt: token.time, timestamp, ...judged };
}

function verifyField(context: SignatureContext, field: SignatureField): Partial<SignatureReport> {
  const { file } = context;
  const range = requireRange(file, field);
  const contents = field.signature?.get('Contents');
  const cms = readGap(isString(contents) ? contents.bytes : new Uint8Array()).raw;
  const facts = isDocumentTimestamp(field)
    ? verifyDocumentTimestamp(context, range, cms)
    : verifyCms(context, field, range, cms);
  withFacts(facts, () => requireUnchanged(file, field, range));
  return facts;
}

const CMS_REASONS: Record<CmsRejected['problem'], readonly [Verdict, string]> = {
  'content-changed': ['changed', 'Isi dokumen diubah setelah ditandatangani.'],
  'signature-broken': ['invalid', 'Tanda tangan tidak cocok dengan sertifikatnya.'],
  'certificate-missing': ['unknown', 'Sertifikat penanda tangan tidak disertakan.'],
  'certificate-unbound': ['invalid', 'Sertifikat yang disertakan bukan yang dipakai menandatangani.'],
};

function failureOf(error: unknown): Partial<SignatureReport> & { verdict: Verdict } {
  if (error instanceof Judged) return { ...error.facts, verdict: error.verdict, reason: error.message };
  if (error instanceof CmsRejected) {
    const [verdict, reason] = CMS_REASONS[error.problem];
    return { verdict, reason };
  }
  if (error instanceof AlgorithmUnsupported)
    return { verdict: 'unknown', reason: 'Algoritma tanda tangan tidak dikenal atau lemah.' };
  if (error instanceof PdfMalformed)
    return { verdict: 'changed', reason: 'Bagian yang ditambahkan setelah tanda tangan rusak.' };
  return { verdict: 'invalid', reason: 'Data tanda tangan rusak.' };
}

function outcomeOf(context: SignatureContext, field: SignatureField): Partial<SignatureReport> {
  try {
    return verifyField(context, field);
  } catch (error) {
    return failureOf(error);
  }
}

/** Everything about one signature or document timestamp. Never throws: what breaks becomes a verdict. */
export function verifySignature(context: SignatureContext, field: SignatureField): SignatureReport {
  const contents = field.signature?.get('Contents');
  const range = isString(contents) ? honestByteRange(context.file, field) : undefined;
  const claimed = field.signature?.get('M');
  const claimedAt = isString(claimed) ? readPdfDate(claimed.bytes) : undefined;
  const outcome = outcomeOf(context, field);
  return {
    kind: isDocumentTimestamp(field) ? 'document-timestamp' : 'signature',
    fieldName: field.fieldName,
    verdict: 'unknown',
    level: 'B-B',
    name: '',
    subject: '',
    issuer: '',
    serial: '',
    chainOk: false,
    ...(claimedAt === undefined ? {} : { claimedAt }),
    coversWholeFile: range !== undefined && range[2] + range[3] === context.file.bytes.length,
    ...outcome,
  };
}
