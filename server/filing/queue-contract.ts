import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { FileName, RecordItem, UnfiledItem } from './file-shapes.ts';

const tag = 'arsip';
const ARCHIVIST = 'archivist of the unit';

export const listUnfiledEndpoint = endpoint({
  method: 'get',
  path: '/records/unfiled',
  tag,
  summary: 'Items that wait for an archivist, newest first, each with its proposed file and why',
  access: 'desk',
  right: ARCHIVIST,
  query: z.object({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.object({
    items: z.array(UnfiledItem),
    next: z.string().nullable(),
    total: z.int(),
    certainCount: z.int(),
    /** Working days after which certain proposals are filed by themselves; 0 is never. */
    fileAfterDays: z.int(),
  }),
  errors: ['forbidden', 'invalid_input'],
});

export const acceptRecordEndpoint = endpoint({
  method: 'post',
  path: '/records/:recordId/accept',
  tag,
  summary: 'File an item as proposed',
  access: 'desk',
  right: ARCHIVIST,
  params: z.object({ recordId: z.uuid() }),
  body: z.object({ version: z.int() }),
  response: z.object({ item: RecordItem, file: FileName }),
  errors: ['not_found', 'wrong_state', 'stale_version', 'desk_read_only'],
});

/** The most that one command files. */
export const MOST_ACCEPTED = 500;

export const acceptCertainEndpoint = endpoint({
  method: 'post',
  path: '/records/accept-certain',
  tag,
  summary: 'File all certain proposals; the count must be the one that was shown',
  access: 'desk',
  right: ARCHIVIST,
  body: z.object({ count: z.int().min(1).max(MOST_ACCEPTED) }),
  response: z.object({ accepted: z.int() }),
  errors: ['forbidden', 'stale_version', 'desk_read_only'],
});

export const FilingSetting = z.object({ fileAfterDays: z.int().min(0).max(60) });
export type FilingSetting = z.output<typeof FilingSetting>;

export const getFilingSettingEndpoint = endpoint({
  method: 'get',
  path: '/filing-setting',
  tag,
  summary: 'Working days after which certain proposals are filed by themselves; 0 is never',
  access: 'desk',
  right: 'any desk of the agency',
  response: FilingSetting,
  errors: [],
});

export const setFilingSettingEndpoint = endpoint({
  method: 'put',
  path: '/filing-setting',
  tag,
  summary: 'Change after how many working days certain proposals are filed by themselves',
  access: 'desk',
  right: 'admin role',
  body: FilingSetting,
  response: FilingSetting,
  errors: ['forbidden', 'desk_read_only'],
});
