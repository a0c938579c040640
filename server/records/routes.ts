import { bind, type Binder } from '../http.ts';
import { listRecordFilesEndpoint, searchEndpoint } from './contract.ts';
import { listRecordFiles } from './list-record-files.ts';
import { search } from './search.ts';

export function recordsRoutes(binder: Binder): void {
  bind(binder, searchEndpoint, search);
  bind(binder, listRecordFilesEndpoint, listRecordFiles);
}
