import type * as audit from '../../../server/audit/contract.ts';
import type { getFixityReportEndpoint } from '../../../server/upkeep/contract.ts';
import { fileAddress, operation } from '../api/index.ts';

export const listAuditRoots = operation<typeof audit.listAuditRootsEndpoint>('get', '/audit/roots');
export const getFixityReport = operation<typeof getFixityReportEndpoint>('get', '/audit/fixity');

export function rootTimestampAddress(seq: number): string {
  return fileAddress<typeof audit.getRootTimestampEndpoint>('/audit/roots/:seq/timestamp', { params: { seq } });
}

/** Proof that the log under the root before is the beginning of the log under this one. */
export function consistencyAddress(seq: number, from: number): string {
  const input = { params: { seq }, query: { from } };
  return fileAddress<typeof audit.getConsistencyProofEndpoint>('/audit/roots/:seq/consistency', input);
}
