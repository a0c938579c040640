import type { X509Certificate } from 'node:crypto';
import { isDocumentTimestamp, listSignatureFields, MAX_SIGNATURES, type SignatureField } from './list-signatures.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { isString } from './pdf/pdf-value.ts';
import { readValidationStore } from './read-validation-store.ts';
import type { SignatureReport, Verdict, VerificationReport, VerifyOptions } from './report.ts';
import type { Trust } from './judge-certificate.ts';
import { verifySignature } from './verify-signature.ts';
import { toCertificates } from './x509/read-certificate.ts';

const WORST_FIRST: readonly Verdict[] = ['invalid', 'changed', 'unknown'];

function cannotTell(reason: string): VerificationReport {
  return { verdict: 'unknown', level: 'B-B', reason, signatures: [] };
}

function gapStart({ signature }: SignatureField): number {
  const contents = signature?.get('Contents');
  return isString(contents) ? contents.start : 0;
}

/** Newest first, so that a document timestamp is known before what it protects. */
function newestFirst(fields: readonly SignatureField[]): SignatureField[] {
  return fields.filter(({ signature }) => signature !== undefined).sort((a, b) => gapStart(b) - gapStart(a));
}

function trustFor(file: PdfFile, options: VerifyOptions, anchors: readonly X509Certificate[]): Trust {
  const store = readValidationStore(file);
  return {
    anchors,
    pool: store.certificates,
    crls: [...(options.crl ?? []), ...store.crls],
    ocsps: [...(options.ocsp ?? []), ...store.ocsps],
  };
}

function verifyAll(file: PdfFile, fields: readonly SignatureField[], trust: Trust, now: Date): SignatureReport[] {
  const reports: SignatureReport[] = [];
  let controlTime = now;
  for (const field of newestFirst(fields)) {
    const report = verifySignature({ file, trust, controlTime }, field);
    reports.unshift(report);
    const isProof = isDocumentTimestamp(field) && report.verdict === 'valid' && report.signedAt !== undefined;
    if (isProof && report.signedAt < controlTime) controlTime = report.signedAt;
  }
  return reports;
}

function summarise(reports: readonly SignatureReport[]): VerificationReport {
  const signatures = reports.filter(({ kind }) => kind === 'signature');
  if (signatures.length === 0)
    return { ...cannotTell('Berkas tidak memuat tanda tangan elektronik.'), signatures: reports };
  const level = signatures.every((report) => report.level === 'B-T') ? 'B-T' : 'B-B';
  for (const verdict of WORST_FIRST) {
    const worst = reports.find((report) => report.verdict === verdict);
    if (worst !== undefined) {
      return { verdict, level, ...(worst.reason === undefined ? {} : { reason: worst.reason }), signatures: reports };
    }
  }
  return { verdict: 'valid', level, signatures: reports };
}

function verifyFile(
  bytes: Uint8Array,
  options: VerifyOptions,
  anchors: readonly X509Certificate[],
): VerificationReport {
  const file = new PdfFile(bytes);
  if (file.isEncrypted) return cannotTell('Berkas PDF terkunci kata sandi.');
  const fields = listSignatureFields(file);
  if (fields.length > MAX_SIGNATURES) return cannotTell('Berkas memuat terlalu banyak tanda tangan.');
  return summarise(verifyAll(file, fields, trustFor(file, options, anchors), options.now));
}

/**
 * Checks every signature of a PDF and what was added after it. Throws only for trust anchors that are no certificates:
 * an upload that cannot be read is `unknown`. No address named in the file is fetched. For uploads call `verifyInChild`.
 */
export function verifySignedPdf(bytes: Uint8Array, options: VerifyOptions): VerificationReport {
  const anchors = toCertificates(options.trustAnchors);
  try {
    return verifyFile(bytes, options, anchors);
  } catch {
    return cannotTell('Berkas bukan PDF atau susunannya rusak.');
  }
}
