import { bind, type Binder } from '../http.ts';
import { getFixityReportEndpoint } from './contract.ts';
import { getFixityReport } from './get-fixity-report.ts';

export function upkeepRoutes(binder: Binder): void {
  bind(binder, getFixityReportEndpoint, getFixityReport);
}
