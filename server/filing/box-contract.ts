import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { RecordFile } from './file-shapes.ts';

const tag = 'arsip';
const ARCHIVIST = 'archivist of the unit';
const boxId = z.object({ boxId: z.uuid() });

export const StorageBox = z.object({
  id: z.uuid(),
  version: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  code: z.string(),
  room: z.string(),
  rack: z.string(),
  note: z.string(),
  fileCount: z.int(),
  /** Years of the files in it. */
  firstYear: z.int().nullable(),
  lastYear: z.int().nullable(),
});
export type StorageBox = z.output<typeof StorageBox>;

const content = {
  code: z.string().trim().min(1, 'Isi kode boks').max(40),
  room: z.string().trim().max(120).default(''),
  rack: z.string().trim().max(60).default(''),
  note: z.string().trim().max(500).default(''),
};

export const listStorageBoxesEndpoint = endpoint({
  method: 'get',
  path: '/storage-boxes',
  tag,
  summary: 'Boxes of the units of this desk, by code',
  access: 'desk',
  right: ARCHIVIST,
  query: z.object({
    q: z.string().trim().max(60).default(''),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({ boxes: z.array(StorageBox), next: z.string().nullable() }),
  errors: ['forbidden'],
});

export const getStorageBoxEndpoint = endpoint({
  method: 'get',
  path: '/storage-boxes/:boxId',
  tag,
  summary: 'One box with the files in it: what its QR code opens',
  access: 'desk',
  right: 'archivist of the unit, or own OPD',
  params: boxId,
  response: StorageBox.extend({ files: z.array(RecordFile.extend({ folder: z.string() })), canEdit: z.boolean() }),
  errors: ['not_found'],
});

export const addStorageBoxEndpoint = endpoint({
  method: 'post',
  path: '/storage-boxes',
  tag,
  summary: 'Add a box',
  access: 'desk',
  right: ARCHIVIST,
  body: z.object(content),
  status: 201,
  response: StorageBox,
  errors: ['forbidden', 'invalid_input', 'desk_read_only'],
});

export const editStorageBoxEndpoint = endpoint({
  method: 'put',
  path: '/storage-boxes/:boxId',
  tag,
  summary: 'Change code, room, rack or note of a box',
  access: 'desk',
  right: ARCHIVIST,
  params: boxId,
  body: z.object({ version: z.int(), ...content }),
  response: StorageBox,
  errors: ['not_found', 'forbidden', 'stale_version', 'invalid_input', 'desk_read_only'],
});

export const printBoxLabelsEndpoint = endpoint({
  method: 'get',
  path: '/storage-box-labels',
  tag,
  summary: 'Labels of boxes as PDF, eight to an A4 sheet',
  access: 'desk',
  right: ARCHIVIST,
  query: z.object({
    /** Ids, separated by commas. */
    boxes: z
      .string()
      .max(8000)
      .transform((text) => text.split(',').filter((id) => id !== ''))
      .pipe(z.array(z.uuid()).min(1).max(200)),
  }),
  response: z.unknown(),
  reply: 'file',
  errors: ['forbidden', 'not_found', 'unavailable'],
});
