import { bind, type Binder } from '../http.ts';
import {
  countIncomingEndpoint,
  finishIncomingEndpoint,
  forwardIncomingEndpoint,
  getIncomingEndpoint,
  listIncomingEndpoint,
  markIncomingReadEndpoint,
} from './contract.ts';
import { finishIncoming } from './finish-incoming.ts';
import { forwardIncoming } from './forward-incoming.ts';
import { getIncoming } from './get-incoming.ts';
import { countIncoming, listIncoming } from './list-incoming.ts';
import { markIncomingRead } from './mark-incoming-read.ts';

export function incomingRoutes(binder: Binder): void {
  bind(binder, listIncomingEndpoint, listIncoming);
  bind(binder, countIncomingEndpoint, countIncoming);
  bind(binder, getIncomingEndpoint, getIncoming);
  bind(binder, markIncomingReadEndpoint, markIncomingRead);
  bind(binder, forwardIncomingEndpoint, forwardIncoming);
  bind(binder, finishIncomingEndpoint, finishIncoming);
}
