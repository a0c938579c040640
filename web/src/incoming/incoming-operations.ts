import type {
  getIncomingEndpoint,
  listIncomingEndpoint,
  markIncomingReadEndpoint,
} from '../../../server/incoming/contract.ts';
import { operation } from '../api/index.ts';

export const listIncoming = operation<typeof listIncomingEndpoint>('get', '/incoming');
export const getIncoming = operation<typeof getIncomingEndpoint>('get', '/incoming/:incomingId');
export const markIncomingRead = operation<typeof markIncomingReadEndpoint>('post', '/incoming/:incomingId/read');
