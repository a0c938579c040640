import type * as exchange from '../../../server/exchange/contract.ts';
import type { listRecordFilesEndpoint } from '../../../server/filing/contract.ts';
import { operation } from '../api/index.ts';

export const listExports = operation<typeof exchange.listExportsEndpoint>('get', '/exports');
export const exportFiles = operation<typeof exchange.exportFilesEndpoint>('post', '/exports');
export const exportOwnLetters = operation<typeof exchange.exportOwnLettersEndpoint>('post', '/exports/own-letters');
export const listLoads = operation<typeof exchange.listLoadsEndpoint>('get', '/loads');
export const listFiles = operation<typeof listRecordFilesEndpoint>('get', '/record-files');
