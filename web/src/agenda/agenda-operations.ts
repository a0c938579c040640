import type { listAgendaEndpoint } from '../../../server/agenda/contract.ts';
import type { getIncomingEndpoint } from '../../../server/incoming/contract.ts';
import type * as registration from '../../../server/registration/contract.ts';
import { operation } from '../api/index.ts';

export const listAgenda = operation<typeof listAgendaEndpoint>('get', '/agenda/:book');
export const getIncoming = operation<typeof getIncomingEndpoint>('get', '/incoming/:incomingId');
export const listIncomingChanges = operation<typeof registration.listIncomingChangesEndpoint>(
  'get',
  '/incoming/:incomingId/changes',
);
export const correctIncoming = operation<typeof registration.correctIncomingEndpoint>('put', '/incoming/:incomingId');
export const cancelIncoming = operation<typeof registration.cancelIncomingEndpoint>(
  'post',
  '/incoming/:incomingId/cancel',
);
export const directIncoming = operation<typeof registration.directIncomingEndpoint>(
  'post',
  '/incoming/:incomingId/direct',
);
export const listUsualDesks = operation<typeof registration.listUsualDesksEndpoint>(
  'get',
  '/incoming/:incomingId/usual-desks',
);
