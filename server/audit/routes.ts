import { bind, type Binder } from '../http.ts';
import { checkChain } from './check-chain.ts';
import { checkChainEndpoint, listLetterEventsEndpoint } from './contract.ts';
import { listLetterEvents } from './list-letter-events.ts';

export function auditRoutes(binder: Binder): void {
  bind(binder, listLetterEventsEndpoint, listLetterEvents);
  bind(binder, checkChainEndpoint, checkChain);
}
