import type * as incoming from '../../../server/incoming/contract.ts';
import { operation } from '../api/index.ts';

export const listAgenda = operation<typeof incoming.listAgendaEndpoint>('get', '/agenda/:book');
export const getIncoming = operation<typeof incoming.getIncomingEndpoint>('get', '/incoming/:incomingId');
export const listIncomingChanges = operation<typeof incoming.listIncomingChangesEndpoint>(
  'get',
  '/incoming/:incomingId/changes',
);
export const correctIncoming = operation<typeof incoming.correctIncomingEndpoint>('put', '/incoming/:incomingId');
export const cancelIncoming = operation<typeof incoming.cancelIncomingEndpoint>('post', '/incoming/:incomingId/cancel');
export const directIncoming = operation<typeof incoming.directIncomingEndpoint>('post', '/incoming/:incomingId/direct');
export const listUsualDesks = operation<typeof incoming.listUsualDesksEndpoint>(
  'get',
  '/incoming/:incomingId/usual-desks',
);
