import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { OfficialPaper } from './disposal-shapes.ts';

const paperId = z.object({ paperId: z.uuid() });
const READER = 'who may read the proposal: archivist of the unit, a desk that takes part, or the regional head';

export const getPaperPdfEndpoint = endpoint({
  method: 'get',
  path: '/papers/:paperId/pdf',
  tag: 'penyusutan',
  summary: 'An official paper as it stands, with the signatures it has',
  access: 'desk',
  right: READER,
  params: paperId,
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const getPaperPageEndpoint = endpoint({
  method: 'get',
  path: '/papers/:paperId/pages/:page',
  tag: 'penyusutan',
  summary: 'One page of an official paper as WebP',
  access: 'desk',
  right: READER,
  params: paperId.extend({ page: z.coerce.number().int().min(1).max(500) }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const signPaperEndpoint = endpoint({
  method: 'post',
  path: '/papers/:paperId/sign',
  tag: 'penyusutan',
  summary: 'Add the own signature to an official paper, after those before it',
  access: 'desk',
  right: 'the person named as next signatory, from the desk named, with a valid certificate',
  params: paperId,
  body: z.object({ version: z.int().min(1), passphrase: z.string().min(1, 'Isi passphrase').max(200) }),
  response: OfficialPaper,
  status: 202,
  errors: [
    'not_found',
    'forbidden',
    'wrong_state',
    'stale_version',
    'desk_read_only',
    'wrong_passphrase',
    'certificate_missing',
    'certificate_expired',
    'throttled',
    'unavailable',
    'paper_unsigned',
  ],
});
