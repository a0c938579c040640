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
  response: z.object({ events: z.array(AuditEvent) }),
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
