import type { OutputOf } from '../../../server/contract.ts';
import type { getSavingsEndpoint, setAssumptionsEndpoint } from '../../../server/reports/contract.ts';
import { operation } from '../api/index.ts';

export const getSavings = operation<typeof getSavingsEndpoint>('get', '/reports/savings');
export const setAssumptions = operation<typeof setAssumptionsEndpoint>('put', '/reports/savings/assumptions');

export type Report = OutputOf<typeof getSavingsEndpoint>;
export type ReportRow = Report['rows'][number];
