import { z } from 'zod';
import { endpoint } from '../contract.ts';

const file = z.unknown();

export const exportLetterEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/export.zip',
  tag: 'pertukaran',
  summary: 'One letter with everything: PDF, signatures, annexes, versions, journey, audit proof and a manifest',
  access: 'desk',
  right: 'letter.read',
  params: z.object({ letterId: z.uuid() }),
  response: file,
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const exportIncomingEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/export.zip',
  tag: 'pertukaran',
  summary: 'One incoming letter with its files, dispositions, journey, audit proof and a manifest',
  access: 'desk',
  right: 'letter.read',
  params: z.object({ incomingId: z.uuid() }),
  response: file,
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const exportDocumentEndpoint = endpoint({
  method: 'get',
  path: '/documents/:documentId/export.zip',
  tag: 'pertukaran',
  summary: 'One document made elsewhere with its files, description and a manifest',
  access: 'desk',
  right: 'a grant on the document, as for letters',
  params: z.object({ documentId: z.uuid() }),
  response: file,
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});
