import { z } from 'zod';
import { endpoint } from '../contract.ts';

const code = z.object({ code: z.string().trim().min(12).max(24) });

/** What the public may know of a letter (subject only for class B) or of an official archive paper (never its list). */
export const Verification = z.object({
  status: z.enum(['genuine', 'in_progress', 'revoked', 'destroyed']),
  number: z.string(),
  letterDate: z.iso.date(),
  type: z.enum(['surat_dinas', 'nota_dinas', 'arsip']),
  subject: z.string().nullable(),
  agencyName: z.string(),
  unitName: z.string(),
  signatoryName: z.string(),
  signatoryTitle: z.string(),
  signedAt: z.iso.datetime().nullable(),
  timestampAt: z.iso.datetime().nullable(),
  level: z.string().nullable(),
  sha256: z.string().nullable(),
  pageCount: z.int().nullable(),
  sizeBytes: z.int().nullable(),
  shortCode: z.string(),
  canDownload: z.boolean(),
  isDemo: z.boolean(),
  issuer: z.string().nullable(),
  /** All who signed, in order; a letter has one. */
  signatories: z.array(z.object({ name: z.string(), title: z.string() })),
  /** The minutes under which the content was destroyed; the number follows when they are laid out. */
  destroyed: z.object({ minutesNumber: z.string().nullable(), minutesDate: z.iso.date().nullable() }).nullable(),
});
export type Verification = z.output<typeof Verification>;

export const verifyEndpoint = endpoint({
  method: 'get',
  path: '/verify/:code',
  tag: 'periksa keaslian',
  summary: 'Look a letter up by QR token or short code',
  access: 'public',
  right: 'anyone who holds the code; throttled by address',
  params: code,
  response: Verification,
  errors: ['not_found', 'throttled'],
});

export const verifyPdfEndpoint = endpoint({
  method: 'get',
  path: '/verify/:code/pdf',
  tag: 'periksa keaslian',
  summary: 'Download the signed PDF of an open (class B) letter',
  access: 'public',
  right: 'anyone who holds the code, class B only; throttled by address',
  params: code,
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'throttled'],
});

export const verifyPageEndpoint = endpoint({
  method: 'get',
  path: '/verify/:code/pages/:page',
  tag: 'periksa keaslian',
  summary: 'One page of an open (class B) letter as WebP',
  access: 'public',
  right: 'anyone who holds the code, class B only; throttled by address',
  params: code.extend({ page: z.coerce.number().int().min(1).max(500) }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'throttled'],
});

/** Verdict over an uploaded file: compared with the stored hash, then its signatures checked. */
export const FileVerdict = z.object({
  verdict: z.enum(['identical', 'valid', 'changed', 'invalid', 'unknown']),
  reason: z.string(),
  sha256: z.string(),
  signatures: z.array(
    z.object({ signer: z.string(), issuer: z.string(), signedAt: z.iso.datetime().nullable(), isTrusted: z.boolean() }),
  ),
  /** Set when the bytes are exactly a letter of this installation. */
  matchesCode: z.string().nullable(),
});
export type FileVerdict = z.output<typeof FileVerdict>;

export const verifyFileEndpoint = endpoint({
  method: 'post',
  path: '/verify-file',
  tag: 'periksa keaslian',
  summary: 'Upload a PDF (raw body) to compare it and check its signatures',
  access: 'public',
  right: 'anyone; throttled by address; nothing is kept',
  query: z.object({ code: z.string().trim().max(24).optional() }),
  uploadLimitBytes: 25 * 1024 * 1024,
  response: FileVerdict,
  errors: ['payload_too_large', 'throttled', 'invalid_input', 'unavailable'],
});
