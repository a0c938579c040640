import { z } from 'zod';
import { endpoint } from '../contract.ts';

export const RecordFile = z.object({
  id: z.uuid(),
  title: z.string(),
  classificationCode: z.string(),
  classificationName: z.string(),
  unitName: z.string(),
  year: z.int(),
  itemCount: z.int(),
  proposedCount: z.int(),
});

export const listRecordFilesEndpoint = endpoint({
  method: 'get',
  path: '/record-files',
  tag: 'arsip',
  summary: 'Files (berkas) of the units this desk may see',
  access: 'desk',
  right: 'archivist of the unit, or own OPD for class B',
  query: z.object({
    q: z.string().trim().max(100).default(''),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({ files: z.array(RecordFile) }),
  errors: [],
});
