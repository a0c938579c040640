import { z } from 'zod';
import { endpoint } from '../contract.ts';

export const AuditEvent = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  action: z.string(),
  /** Plain Indonesian. */
  title: z.string(),
  personName: z.string().nullable(),
  deskTitle: z.string().nullable(),
  appointmentKind: z.enum(['definitif', 'plt', 'plh']).nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
  isSeeded: z.boolean(),
});

export const listLetterEventsEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/events',
  tag: 'jejak audit',
  summary: 'Audit events of one letter with their place in the hash chain',
  access: 'desk',
  right: 'letter.read, or auditor role (events only)',
  params: z.object({ letterId: z.uuid() }),
  response: z.object({
    events: z.array(AuditEvent),
    /** Events up to this number are covered by a signed root and can be proven. */
    provenUpTo: z.int(),
  }),
  errors: ['not_found', 'forbidden'],
});

export const checkChainEndpoint = endpoint({
  method: 'post',
  path: '/audit/check',
  tag: 'jejak audit',
  summary: 'Recompute the hash chain of the agency and compare it with the head',
  access: 'desk',
  right: 'auditor or admin role',
  response: z.object({
    isIntact: z.boolean(),
    events: z.int(),
    head: z.string(),
    firstBrokenSeq: z.int().nullable(),
    checkedAt: z.iso.datetime(),
  }),
  errors: ['forbidden'],
});

export const AuditRoot = z.object({
  /** Covers events 1 up to this number. */
  seq: z.int(),
  root: z.string(),
  previousSeq: z.int(),
  madeAt: z.iso.datetime(),
  timestampedAt: z.iso.datetime().nullable(),
  /** sha256 of the public key that signed it. */
  keyFingerprint: z.string(),
});

const FromQuery = z.coerce.number().int().min(1);

export const listAuditRootsEndpoint = endpoint({
  method: 'get',
  path: '/audit/roots',
  tag: 'jejak audit',
  summary: 'Signed Merkle roots over the log of the agency, newest first',
  access: 'desk',
  right: 'auditor or admin role',
  query: z.object({ after: FromQuery.optional(), limit: z.coerce.number().int().min(1).max(100).default(24) }),
  response: z.object({
    roots: z.array(AuditRoot),
    next: z.string().nullable(),
    /** Number of events so far; those after the newest root wait for the next one. */
    events: z.int(),
    /** The key that signs now. */
    keyFingerprint: z.string(),
  }),
  errors: ['forbidden'],
});

export const getRootTimestampEndpoint = endpoint({
  method: 'get',
  path: '/audit/roots/:seq/timestamp',
  tag: 'jejak audit',
  summary: 'RFC 3161 token over a signed root (DER)',
  access: 'desk',
  right: 'any desk: the token tells nothing but a hash and a time',
  params: z.object({ seq: FromQuery }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found'],
});

export const getConsistencyProofEndpoint = endpoint({
  method: 'get',
  path: '/audit/roots/:seq/consistency',
  tag: 'jejak audit',
  summary: 'Proof that the log under an older root is the beginning of the log under this one',
  access: 'desk',
  right: 'auditor or admin role',
  params: z.object({ seq: FromQuery }),
  query: z.object({ from: FromQuery }),
  response: z.unknown(),
  reply: 'file',
  errors: ['forbidden', 'not_found', 'invalid_input'],
});

export const getEventProofEndpoint = endpoint({
  method: 'get',
  path: '/audit/events/:seq/proof',
  tag: 'jejak audit',
  summary: 'Proof of one event: body, audit path and signed root, for scripts/verify-proof.mjs',
  access: 'desk',
  right: 'auditor or admin role, or letter.read of its letter',
  params: z.object({ seq: FromQuery }),
  query: z.object({
    /** A body that makes the proof larger than 4 KB comes in a file of its own. */
    part: z.enum(['proof', 'body']).default('proof'),
  }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden', 'proof_pending'],
});

export const getLetterProofEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/proof',
  tag: 'jejak audit',
  summary: 'Proofs of all events of a letter; events younger than the newest root are listed as pending',
  access: 'desk',
  right: 'letter.read, or auditor role',
  params: z.object({ letterId: z.uuid() }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});
