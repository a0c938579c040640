import { z } from 'zod';
import { endpoint } from '../contract.ts';

export const getFixityReportEndpoint = endpoint({
  method: 'get',
  path: '/audit/fixity',
  tag: 'jejak audit',
  summary: 'Whether the stored bytes still match their hashes: counts, and what was found',
  access: 'desk',
  right: 'auditor or admin role',
  response: z.object({
    blobs: z.int(),
    sizeBytes: z.int(),
    unchecked: z.int(),
    /** Not checked for more than 180 days. */
    overdue: z.int(),
    oldestCheckAt: z.iso.datetime().nullable(),
    damaged: z.int(),
    missing: z.int(),
    repaired: z.int(),
    hasMirror: z.boolean(),
    unmirrored: z.int(),
    /** Bad ones first, then those mended from the second copy; 100 at most. */
    problems: z.array(
      z.object({
        sha256: z.string(),
        sizeBytes: z.int(),
        condition: z.enum(['sound', 'damaged', 'missing']),
        checkedAt: z.iso.datetime().nullable(),
        repairedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  errors: ['forbidden'],
});
