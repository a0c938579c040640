import type { VerificationReport } from '../signing/pades/report.ts';
import type { FileVerdict } from './contract.ts';
import type { Verifiable } from './load-by-code.ts';

export interface FileFacts {
  sha256: string;
  report: VerificationReport;
  /** Short code of the letter of this installation that has exactly these bytes. */
  ownCode: string | null;
  /** The letter whose code the visitor gave. */
  asked: Verifiable | undefined;
  /** The file is a letter of this installation with something added behind its signed bytes. */
  original: boolean;
}

/** One answer for the person who uploaded the file. A different file is not called forged: only its own signature is judged. */
export function judgeFile(facts: FileFacts): FileVerdict {
  const { verdict, reason } = decide(facts);
  return {
    verdict,
    reason,
    sha256: facts.sha256,
    signatures: facts.report.signatures
      .filter(({ kind }) => kind === 'signature')
      .map(({ name, issuer, signedAt, claimedAt, chainOk }) => ({
        signer: name,
        issuer,
        signedAt: (signedAt ?? claimedAt)?.toISOString() ?? null,
        isTrusted: chainOk,
      })),
    matchesCode: facts.ownCode,
  };
}

function decide({ report, ownCode, asked, original }: FileFacts): Pick<FileVerdict, 'verdict' | 'reason'> {
  if (ownCode !== null) return { verdict: 'identical', reason: identicalReason(ownCode, asked) };
  const because = report.reason ? ` ${report.reason}` : '';
  if (original || report.verdict === 'changed')
    return { verdict: 'changed', reason: `${changedReason(asked, original)}${because}` };
  if (report.verdict === 'invalid')
    return {
      verdict: 'invalid',
      reason: `Tanda tangan elektronik pada berkas ini tidak sah.${because}${pointToOriginal(asked)}`,
    };
  if (report.verdict === 'valid') return { verdict: 'valid', reason: validReason(asked) };
  return { verdict: 'unknown', reason: unknownReason(report, asked) };
}

function identicalReason(ownCode: string, asked: Verifiable | undefined): string {
  if (asked && asked.shortCode !== ownCode)
    return `Berkas ini surat asli, tetapi bukan surat dengan kode yang Anda periksa. Kodenya ${ownCode}.`;
  if (asked?.status === 'destroyed')
    return 'Berkas ini sama persis dengan surat yang pernah diterbitkan; surat aslinya telah dimusnahkan.';
  if (asked?.status === 'revoked') return 'Berkas ini sama persis dengan surat asli, tetapi surat itu sudah dicabut.';
  return 'Berkas ini sama persis dengan surat asli yang diterbitkan.';
}

function changedReason(asked: Verifiable | undefined, original: boolean): string {
  const changed = 'Berkas ini berubah setelah ditandatangani.';
  const where = pointToOriginal(asked);
  if (where !== '') return `${changed}${where}`;
  if (original) return `${changed} Surat aslinya tersimpan di sini dan sah: masukkan kode pada surat untuk melihatnya.`;
  return `${changed} Minta surat aslinya kepada penerbit.`;
}

function validReason(asked: Verifiable | undefined): string {
  const valid = 'Tanda tangan elektronik pada berkas ini sah dan isinya tidak berubah';
  return asked
    ? `${valid}, tetapi berkas ini bukan surat dengan kode yang Anda periksa.`
    : `${valid}, tetapi surat ini tidak diterbitkan dari sistem ini.`;
}

function unknownReason(report: VerificationReport, asked: Verifiable | undefined): string {
  if (report.signatures.length === 0 && !report.reason)
    return `Berkas ini tidak memuat tanda tangan elektronik, jadi keasliannya tidak dapat dipastikan dari berkasnya.${pointToOriginal(asked)}`;
  return `Keaslian berkas ini tidak dapat dipastikan. ${report.reason ?? 'Sertifikat penanda tangan tidak dikenal di sini.'}${pointToOriginal(asked)}`;
}

/** The original is always named where it exists, and offered where it may be downloaded. */
function pointToOriginal(asked: Verifiable | undefined): string {
  if (!asked || asked.status === 'in_progress' || asked.status === 'destroyed') return '';
  const state = asked.status === 'revoked' ? 'ada, tetapi sudah dicabut' : 'ada dan sah';
  const how = asked.letter.securityClass === 'B' ? 'unduh dari halaman ini' : 'minta kepada penerbitnya';
  return ` Surat aslinya ${state}: ${how}.`;
}
