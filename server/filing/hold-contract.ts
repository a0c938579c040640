import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { FileName } from './file-shapes.ts';

const tag = 'arsip';
const ARCHIVIST = 'archivist of the unit';

export const LegalHold = z.object({
  id: z.uuid(),
  version: z.int(),
  unitId: z.uuid(),
  caseNumber: z.string(),
  reason: z.string(),
  placedAt: z.iso.datetime(),
  placedBy: z.string().nullable(),
  releasedAt: z.iso.datetime().nullable(),
  releasedBy: z.string().nullable(),
  releaseReason: z.string().nullable(),
  files: z.array(FileName),
});
export type LegalHold = z.output<typeof LegalHold>;

export const listLegalHoldsEndpoint = endpoint({
  method: 'get',
  path: '/legal-holds',
  tag,
  summary: 'Legal holds of the units of this desk: open ones first, then those released',
  access: 'desk',
  right: ARCHIVIST,
  response: z.object({ holds: z.array(LegalHold) }),
  errors: ['forbidden'],
});

export const placeLegalHoldEndpoint = endpoint({
  method: 'post',
  path: '/legal-holds',
  tag,
  summary: 'Keep files from transfer, destruction and handover while a case or audit is open',
  access: 'desk',
  right: ARCHIVIST,
  body: z.object({
    fileIds: z.array(z.uuid()).min(1).max(500),
    caseNumber: z.string().trim().min(1, 'Isi nomor perkara atau pemeriksaan').max(120),
    reason: z.string().trim().min(5, 'Tulis alasan').max(1000),
  }),
  status: 201,
  response: LegalHold,
  errors: ['not_found', 'forbidden', 'wrong_state', 'invalid_input', 'desk_read_only'],
});

export const releaseLegalHoldEndpoint = endpoint({
  method: 'post',
  path: '/legal-holds/:holdId/release',
  tag,
  summary: 'End a legal hold with a reason',
  access: 'desk',
  right: ARCHIVIST,
  params: z.object({ holdId: z.uuid() }),
  body: z.object({ version: z.int(), reason: z.string().trim().min(5, 'Tulis alasan').max(1000) }),
  response: LegalHold,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});
