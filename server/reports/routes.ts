import { bind, bindFile, type Binder } from '../http.ts';
import { getSavingsCsvEndpoint, getSavingsEndpoint, setAssumptionsEndpoint } from './contract.ts';
import { getSavingsCsv } from './get-savings-csv.ts';
import { getSavings } from './get-savings.ts';
import { setAssumptions } from './set-assumptions.ts';

export function reportsRoutes(binder: Binder): void {
  bind(binder, getSavingsEndpoint, getSavings);
  bind(binder, setAssumptionsEndpoint, setAssumptions);
  bindFile(binder, getSavingsCsvEndpoint, getSavingsCsv);
}
