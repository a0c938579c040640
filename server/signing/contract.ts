import { z } from 'zod';
import { endpoint } from '../contract.ts';

const instant = z.iso.datetime();
const letterId = z.object({ letterId: z.uuid() });

export const SIGNING_STEPS = ['number', 'typeset', 'sign', 'timestamp', 'deliver'] as const;

/** What the signatory watches after pressing "Tanda tangani". */
export const SigningProgress = z.object({
  letterId: z.uuid(),
  letterStatus: z.string(),
  number: z.string().nullable(),
  startedAt: instant,
  steps: z.array(
    z.object({
      step: z.enum(SIGNING_STEPS),
      status: z.enum(['done', 'running', 'waiting', 'failed']),
      at: instant.nullable(),
      durationMs: z.int().nullable(),
      detail: z.string(),
    }),
  ),
  /** Why it waits, in Indonesian; null when it does not. */
  waitingReason: z.string().nullable(),
  isFinished: z.boolean(),
  failure: z.string().nullable(),
});
export type SigningProgress = z.output<typeof SigningProgress>;

export const signLetterEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/sign',
  tag: 'tanda tangan',
  summary: 'Sign with the passphrase; takes the number and starts the worker',
  access: 'desk',
  right: 'letter.sign: the signatory desk, by its holder or acting holder with a valid certificate',
  params: letterId,
  body: z.object({ version: z.int().min(1), passphrase: z.string().min(1, 'Isi passphrase').max(200) }),
  response: SigningProgress,
  status: 202,
  errors: [
    'not_found',
    'forbidden',
    'wrong_state',
    'stale_version',
    'wrong_passphrase',
    'certificate_missing',
    'certificate_expired',
    'register_missing',
    'throttled',
    'desk_read_only',
    'letter_incomplete',
  ],
});

export const getSigningEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/signing',
  tag: 'tanda tangan',
  summary: 'Progress of the latest signing',
  access: 'desk',
  right: 'letter.read',
  params: letterId,
  response: SigningProgress,
  errors: ['not_found', 'forbidden'],
});

export const getCertificateEndpoint = endpoint({
  method: 'get',
  path: '/certificate',
  tag: 'tanda tangan',
  summary: 'The own certificate as the signing screen shows it',
  access: 'desk',
  right: 'own certificate',
  response: z.object({
    certificate: z
      .object({
        holder: z.string(),
        issuer: z.string(),
        serial: z.string(),
        validTo: instant,
        isUsable: z.boolean(),
        isDemo: z.boolean(),
      })
      .nullable(),
  }),
  errors: [],
});
