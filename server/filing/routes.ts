import { bind, type Binder } from '../http.ts';
import { listRecordFilesEndpoint } from './contract.ts';
import { listRecordFiles } from './list-record-files.ts';

export function filingRoutes(binder: Binder): void {
  bind(binder, listRecordFilesEndpoint, listRecordFiles);
}
