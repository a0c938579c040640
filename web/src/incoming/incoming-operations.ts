import type * as incoming from '../../../server/incoming/contract.ts';
import { operation } from '../api/index.ts';

export const listIncoming = operation<typeof incoming.listIncomingEndpoint>('get', '/incoming');
export const countIncoming = operation<typeof incoming.countIncomingEndpoint>('get', '/incoming/counts');
export const getIncoming = operation<typeof incoming.getIncomingEndpoint>('get', '/incoming/:incomingId');
export const getIncomingJourney = operation<typeof incoming.getIncomingJourneyEndpoint>(
  'get',
  '/incoming/:incomingId/journey',
);
export const forwardIncoming = operation<typeof incoming.forwardIncomingEndpoint>(
  'post',
  '/incoming/:incomingId/forward',
);
export const finishIncoming = operation<typeof incoming.finishIncomingEndpoint>('post', '/incoming/:incomingId/finish');
export const replyIncoming = operation<typeof incoming.replyIncomingEndpoint>('post', '/incoming/:incomingId/reply');
