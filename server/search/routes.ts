import { bind, type Binder } from '../http.ts';
import { searchEndpoint } from './contract.ts';
import { search } from './search.ts';

export function searchRoutes(binder: Binder): void {
  bind(binder, searchEndpoint, search);
}
