import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import { DispositionItem, Message } from './disposition-shapes.ts';

const itemId = z.object({ itemId: z.uuid() });
const versioned = z.object({ version: z.int().min(1) });
const reason = z.string().trim().min(3, 'Tulis alasan').max(500);

export const reportFollowUpEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/reports',
  tag: 'disposisi',
  summary: 'Report what was done; a final report closes it',
  access: 'desk',
  right: 'recipient desk',
  params: itemId,
  body: z.object({
    text: z.string().trim().min(3, 'Tulis laporan').max(5000),
    isFinal: z.boolean(),
    fileIds: z.array(z.uuid()).max(10).default([]),
    /** Why it is closed although dispositions below it are open. */
    forceReason: z.string().trim().max(500).default(''),
  }),
  response: DispositionItem,
  status: 201,
  errors: ['not_found', 'forbidden', 'wrong_state', 'children_open', 'invalid_input', 'desk_read_only'],
});

export const closeDispositionEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/close',
  tag: 'disposisi',
  summary: 'Close without report (recipient: nothing to report; giver: settled), or force it with a reason',
  access: 'desk',
  right: 'recipient desk or giver',
  params: itemId,
  body: versioned.extend({ forceReason: z.string().trim().max(500).default('') }),
  response: DispositionItem,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'children_open', 'desk_read_only'],
});

export const reopenDispositionEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/reopen',
  tag: 'disposisi',
  summary: 'Open a closed one again with a reason',
  access: 'desk',
  right: 'giver',
  params: itemId,
  body: versioned.extend({ reason }),
  response: DispositionItem,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});

export const returnDispositionEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/return',
  tag: 'disposisi',
  summary: 'Give it back to the giver with a reason',
  access: 'desk',
  right: 'recipient desk',
  params: itemId,
  body: versioned.extend({ reason }),
  response: DispositionItem,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'children_open', 'desk_read_only'],
});

export const recallDispositionEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/recall',
  tag: 'disposisi',
  summary: 'Recall (tarik kembali) it with what hangs below, read or not; the trace stays',
  access: 'desk',
  right: 'giver',
  params: itemId,
  body: versioned.extend({ reason }),
  response: DispositionItem,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});

export const pauseDispositionEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/pause',
  tag: 'disposisi',
  summary: 'Stop the clock with a reason',
  access: 'desk',
  right: 'giver',
  params: itemId,
  body: versioned.extend({ reason }),
  response: DispositionItem,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});

export const resumeDispositionEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/resume',
  tag: 'disposisi',
  summary: 'Let the clock run again; the deadline moves by the working days it stood',
  access: 'desk',
  right: 'giver',
  params: itemId,
  body: versioned,
  response: DispositionItem,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});

export const setDispositionDueEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/due',
  tag: 'disposisi',
  summary: 'Set another deadline, not after that of its parent nor before those below',
  access: 'desk',
  right: 'giver',
  params: itemId,
  body: versioned.extend({ dueDate: givenDay.nullable() }),
  response: DispositionItem,
  errors: [
    'not_found',
    'forbidden',
    'wrong_state',
    'stale_version',
    'deadline_after_parent',
    'invalid_input',
    'desk_read_only',
  ],
});

export const remindDispositionEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/remind',
  tag: 'disposisi',
  summary: 'Remind the recipient, at most once an hour',
  access: 'desk',
  right: 'giver, or a desk above in the chain',
  params: itemId,
  response: z.object({ remindedAt: z.iso.datetime() }),
  errors: ['not_found', 'forbidden', 'wrong_state', 'throttled', 'desk_read_only'],
});

export const sendDispositionMessageEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/messages',
  tag: 'disposisi',
  summary: 'Write into the conversation of a disposition',
  access: 'desk',
  right: 'giver, recipient, or a desk above in the chain',
  params: itemId,
  body: z.object({ text: z.string().trim().min(1, 'Tulis pesan').max(2000) }),
  response: Message,
  status: 201,
  errors: ['not_found', 'forbidden', 'wrong_state', 'desk_read_only'],
});
