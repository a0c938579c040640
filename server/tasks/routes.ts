import { bind, type Binder } from '../http.ts';
import { getCountsEndpoint, getHomeEndpoint } from './contract.ts';
import { getCounts } from './get-counts.ts';
import { getHome } from './get-home.ts';

export function tasksRoutes(binder: Binder): void {
  bind(binder, getCountsEndpoint, getCounts);
  bind(binder, getHomeEndpoint, getHome);
}
