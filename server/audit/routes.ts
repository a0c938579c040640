import { bind, bindFile, type Binder } from '../http.ts';
import { checkChain } from './check-chain.ts';
import * as audit from './contract.ts';
import { getConsistencyProof } from './get-consistency-proof.ts';
import { getEventProof } from './get-event-proof.ts';
import { getLetterProof } from './get-letter-proof.ts';
import { getRootTimestamp } from './get-root-timestamp.ts';
import { listAuditRoots } from './list-audit-roots.ts';
import { listLetterEvents } from './list-letter-events.ts';

export function auditRoutes(binder: Binder): void {
  bind(binder, audit.listLetterEventsEndpoint, listLetterEvents);
  bind(binder, audit.checkChainEndpoint, checkChain);
  bind(binder, audit.listAuditRootsEndpoint, listAuditRoots);
  bindFile(binder, audit.getRootTimestampEndpoint, getRootTimestamp);
  bindFile(binder, audit.getConsistencyProofEndpoint, getConsistencyProof);
  bindFile(binder, audit.getEventProofEndpoint, getEventProof);
  bindFile(binder, audit.getLetterProofEndpoint, getLetterProof);
}
