import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import { Disposal, DisposalFile, DisposalFileFacts, DisposalListItem, DUE_KINDS } from './disposal-shapes.ts';
import { DISPOSAL_KINDS, PARTY_ROLES } from './states.ts';

export * from './disposal-shapes.ts';
export * from './papers-contract.ts';

const disposalId = z.object({ disposalId: z.uuid() });
const versioned = z.object({ version: z.int().min(1) });
const reason = z.string().trim().min(5, 'Tulis alasan').max(1000);
const fileIds = z.array(z.uuid()).min(1, 'Pilih sedikitnya satu berkas').max(2000);
const page = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** Nothing irreversible without the count in the person's own hand and a tick. */
const counted = versioned.extend({
  typedCount: z.int().min(0),
  hasRead: z.literal(true, 'Nyatakan bahwa daftar sudah Anda baca'),
});
const whileRunning = ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'] as const;
const READER = 'archivist of the unit, a desk that takes part, or the regional head';

export const listDueFilesEndpoint = endpoint({
  method: 'get',
  path: '/disposal-due',
  tag: 'penyusutan',
  summary: 'Files whose retention is over, by what the rule asks for; held ones stay in the list',
  access: 'desk',
  right: 'archivist; files of the units it serves',
  query: page.extend({ kind: z.enum(DUE_KINDS) }),
  response: z.object({
    files: z.array(DisposalFileFacts),
    next: z.string().nullable(),
    /** Counted up to 1,000; held files and files of running proposals are not in it. */
    counts: z.object({ transfer: z.int(), destruction: z.int(), handover: z.int(), review: z.int() }),
  }),
  errors: ['forbidden', 'invalid_input'],
});

export const listDisposalsEndpoint = endpoint({
  method: 'get',
  path: '/disposals',
  tag: 'penyusutan',
  summary: 'Proposals of the own unit and those this desk takes part in, newest first',
  access: 'desk',
  right: READER,
  query: page.extend({ state: z.enum(['open', 'closed']).default('open') }),
  response: z.object({ disposals: z.array(DisposalListItem), next: z.string().nullable(), waiting: z.int() }),
  errors: ['invalid_input'],
});

export const createDisposalEndpoint = endpoint({
  method: 'post',
  path: '/disposals',
  tag: 'penyusutan',
  summary: 'Begin a proposal with files whose retention is over',
  access: 'desk',
  right: 'archivist of the unit of the files',
  body: z.object({ kind: z.enum(DISPOSAL_KINDS), fileIds }),
  response: Disposal,
  status: 201,
  errors: ['forbidden', 'not_due', 'desk_read_only'],
});

export const getDisposalEndpoint = endpoint({
  method: 'get',
  path: '/disposals/:disposalId',
  tag: 'penyusutan',
  summary: 'One proposal with its people, papers and totals',
  access: 'desk',
  right: READER,
  params: disposalId,
  response: Disposal,
  errors: ['not_found', 'forbidden'],
});

export const listDisposalFilesEndpoint = endpoint({
  method: 'get',
  path: '/disposals/:disposalId/files',
  tag: 'penyusutan',
  summary: 'Files of a proposal in order, held and excluded ones among them',
  access: 'desk',
  right: READER,
  params: disposalId,
  query: page,
  response: z.object({ files: z.array(DisposalFile), next: z.string().nullable() }),
  errors: ['not_found', 'forbidden', 'invalid_input'],
});

export const changeDisposalEndpoint = endpoint({
  method: 'put',
  path: '/disposals/:disposalId',
  tag: 'penyusutan',
  summary: 'Add or remove files of a draft, say where they lie and how they will be destroyed',
  access: 'desk',
  right: 'archivist of the unit',
  params: disposalId,
  body: versioned.extend({
    add: z.array(z.uuid()).max(2000).default([]),
    remove: z.array(z.uuid()).max(2000).default([]),
    location: z.string().trim().max(200).optional(),
    method: z.enum(['shredded', 'burned', 'melted', 'other']).optional(),
    methodNote: z.string().trim().max(200).optional(),
    /** New place of files that are moved. */
    boxes: z
      .array(z.object({ fileId: z.uuid(), boxId: z.uuid(), folder: z.string().trim().max(40) }))
      .max(2000)
      .default([]),
  }),
  response: Disposal,
  errors: [...whileRunning, 'not_due', 'invalid_input'],
});

export const setDisposalPartiesEndpoint = endpoint({
  method: 'put',
  path: '/disposals/:disposalId/parties',
  tag: 'penyusutan',
  summary: 'Name panel, heads, executor and witnesses; after approval only executor and witnesses',
  access: 'desk',
  right: 'archivist of the unit',
  params: disposalId,
  body: versioned.extend({
    parties: z.array(z.object({ role: z.enum(PARTY_ROLES), positionId: z.uuid() })).max(40),
  }),
  response: Disposal,
  errors: [...whileRunning, 'two_people', 'invalid_input'],
});

export const submitDisposalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/submit',
  tag: 'penyusutan',
  summary: 'Send the proposal to panel and heads; its list is numbered and laid out for their signatures',
  access: 'desk',
  right: 'archivist of the unit',
  params: disposalId,
  body: versioned,
  response: Disposal,
  errors: [...whileRunning, 'people_missing', 'two_people', 'nothing_to_dispose'],
});

export const assessDisposalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/assess',
  tag: 'penyusutan',
  summary: 'A panel member agrees, with the count typed and the consideration in words',
  access: 'desk',
  right: 'member of the panel, once a round',
  params: disposalId,
  body: counted.extend({ consideration: z.string().trim().min(5, 'Tulis pertimbangan').max(2000) }),
  response: Disposal,
  errors: [...whileRunning, 'wrong_count', 'two_people', 'people_missing'],
});

export const excludeDisposalFilesEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/exclude',
  tag: 'penyusutan',
  summary: 'A panel member takes files out of the proposal; they stay in the list with the reason',
  access: 'desk',
  right: 'member of the panel',
  params: disposalId,
  body: versioned.extend({ fileIds, reason }),
  response: Disposal,
  errors: [...whileRunning, 'not_due'],
});

export const returnDisposalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/return',
  tag: 'penyusutan',
  summary: 'Give the proposal back to the archivist with a reason; numbers of its papers become void',
  access: 'desk',
  right: 'member of the panel while it assesses, who approves while it waits for approval, or who signs next',
  params: disposalId,
  body: versioned.extend({ reason }),
  response: Disposal,
  errors: [...whileRunning],
});

export const withdrawDisposalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/withdraw',
  tag: 'penyusutan',
  summary: 'Take the proposal back to change it, before it is executed',
  access: 'desk',
  right: 'archivist of the unit',
  params: disposalId,
  body: versioned.extend({ reason }),
  response: Disposal,
  errors: [...whileRunning],
});

export const cancelDisposalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/cancel',
  tag: 'penyusutan',
  summary: 'Give the proposal up for good, before it is executed',
  access: 'desk',
  right: 'archivist of the unit',
  params: disposalId,
  body: versioned.extend({ reason }),
  response: Disposal,
  errors: [...whileRunning],
});

export const approveDisposalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/approve',
  tag: 'penyusutan',
  summary: 'Approve with the count typed; the approval counts once its paper is signed with the passphrase',
  access: 'desk',
  right:
    'regional head (destruction under ten years) or head of the archival institution (handover); never the proposer',
  params: disposalId,
  body: counted,
  response: Disposal,
  errors: [...whileRunning, 'wrong_count', 'two_people', 'paper_unsigned'],
});

export const recordApprovalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/external-approval',
  tag: 'penyusutan',
  summary: 'Record the approval of the National Archives with number, date and scan (raw PDF)',
  access: 'desk',
  right: 'archivist of the unit; another person confirms it',
  params: disposalId,
  query: z.object({
    version: z.coerce.number().int().min(1),
    number: z.string().trim().min(3).max(120),
    date: givenDay,
  }),
  uploadLimitBytes: 25 * 1024 * 1024,
  response: Disposal,
  errors: [...whileRunning, 'two_people', 'payload_too_large', 'invalid_input', 'paper_unsigned'],
});

export const confirmApprovalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/external-approval/confirm',
  tag: 'penyusutan',
  summary: 'Confirm that the recorded approval is the one on the scan',
  access: 'desk',
  right: 'member of the panel or head of the creator, never who recorded it nor the proposer',
  params: disposalId,
  body: counted,
  response: Disposal,
  errors: [...whileRunning, 'wrong_count', 'two_people', 'people_missing'],
});

export const getExternalApprovalEndpoint = endpoint({
  method: 'get',
  path: '/disposals/:disposalId/external-approval',
  tag: 'penyusutan',
  summary: 'The scan of the external approval',
  access: 'desk',
  right: READER,
  params: disposalId,
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const attendDestructionEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/attend',
  tag: 'penyusutan',
  summary: 'A witness is present and has seen what will be destroyed',
  access: 'desk',
  right: 'witness; never of the panel, the proposer or the executor',
  params: disposalId,
  body: counted,
  response: Disposal,
  errors: [...whileRunning, 'wrong_count', 'two_people'],
});

export const executeDisposalEndpoint = endpoint({
  method: 'post',
  path: '/disposals/:disposalId/execute',
  tag: 'penyusutan',
  summary: 'Destroy the files: count typed, passphrase of the executor, two witnesses present. Cannot be undone',
  access: 'desk',
  right: 'executor; never the proposer nor who approved',
  params: disposalId,
  body: counted.extend({ passphrase: z.string().min(1, 'Isi passphrase').max(200) }),
  response: Disposal,
  status: 202,
  errors: [
    ...whileRunning,
    'wrong_count',
    'two_people',
    'people_missing',
    'nothing_to_dispose',
    'wrong_passphrase',
    'certificate_missing',
    'certificate_expired',
    'throttled',
  ],
});

export const exportDisposalListEndpoint = endpoint({
  method: 'get',
  path: '/disposals/:disposalId/list.csv',
  tag: 'penyusutan',
  summary: 'The list of the proposal as a spreadsheet (CSV)',
  access: 'desk',
  right: READER,
  params: disposalId,
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const exportDestroyedEndpoint = endpoint({
  method: 'get',
  path: '/disposals/:disposalId/destroyed.csv',
  tag: 'penyusutan',
  summary: 'SHA-256 of every destroyed component; applied again after a restore of an older backup',
  access: 'desk',
  right: READER,
  params: disposalId,
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});
