import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import { FileName } from './file-shapes.ts';

const tag = 'arsip';

export const Loan = z.object({
  id: z.uuid(),
  version: z.int(),
  file: FileName.extend({ classificationCode: z.string(), boxCode: z.string().nullable(), folder: z.string() }),
  borrowerPositionId: z.uuid(),
  borrowerTitle: z.string(),
  borrowerName: z.string().nullable(),
  purpose: z.string(),
  lentAt: z.iso.datetime(),
  lentBy: z.string().nullable(),
  dueDate: z.iso.date(),
  returnedAt: z.iso.datetime().nullable(),
  returnNote: z.string(),
  isLate: z.boolean(),
});
export type Loan = z.output<typeof Loan>;

export const listLoansEndpoint = endpoint({
  method: 'get',
  path: '/loans',
  tag,
  summary: 'Loans of the units of this desk, or those that this desk borrowed: out, late, or returned',
  access: 'desk',
  right: 'archivist of the unit; other desks see what they borrowed',
  query: z.object({
    state: z.enum(['out', 'late', 'returned']).default('out'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({
    loans: z.array(Loan),
    next: z.string().nullable(),
    outCount: z.int(),
    lateCount: z.int(),
    isArchivist: z.boolean(),
  }),
  errors: ['invalid_input'],
});

export const lendFileEndpoint = endpoint({
  method: 'post',
  path: '/record-files/:fileId/loan',
  tag,
  summary: 'Lend the paper of a file to a desk; due in five working days when no date is given',
  access: 'desk',
  right: 'archivist of the unit; the desk must be allowed to read what is in the file',
  params: z.object({ fileId: z.uuid() }),
  body: z.object({
    borrowerPositionId: z.uuid(),
    purpose: z.string().trim().min(3, 'Tulis keperluan').max(500),
    dueDate: givenDay.optional(),
  }),
  status: 201,
  response: Loan,
  errors: ['not_found', 'forbidden', 'wrong_state', 'invalid_input', 'desk_read_only'],
});

export const returnLoanEndpoint = endpoint({
  method: 'post',
  path: '/loans/:loanId/return',
  tag,
  summary: 'Note that the paper is back in its place',
  access: 'desk',
  right: 'archivist of the unit',
  params: z.object({ loanId: z.uuid() }),
  body: z.object({ version: z.int(), note: z.string().trim().max(500).default('') }),
  response: Loan,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});
