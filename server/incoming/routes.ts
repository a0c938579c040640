import { bind, type Binder } from '../http.ts';
import { getIncomingEndpoint, listIncomingEndpoint, markIncomingReadEndpoint } from './contract.ts';
import { getIncoming } from './get-incoming.ts';
import { listIncoming } from './list-incoming.ts';
import { markIncomingRead } from './mark-incoming-read.ts';

export function incomingRoutes(binder: Binder): void {
  bind(binder, listIncomingEndpoint, listIncoming);
  bind(binder, getIncomingEndpoint, getIncoming);
  bind(binder, markIncomingReadEndpoint, markIncomingRead);
}
