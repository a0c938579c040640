import { bind, bindFile, bindUpload, type Binder } from '../http.ts';
import {
  exportDocumentEndpoint,
  exportFilesEndpoint,
  exportIncomingEndpoint,
  exportLetterEndpoint,
  exportOwnLettersEndpoint,
  exportRecordListEndpoint,
  exportSrikandiEndpoint,
  getExportFileEndpoint,
  getRefusedRowsEndpoint,
  listExportsEndpoint,
  listLoadsEndpoint,
  uploadLoadEndpoint,
} from './contract.ts';
import { exportDocument } from './export-document.ts';
import { exportFiles } from './export-files.ts';
import { exportIncoming } from './export-incoming.ts';
import { exportLetter } from './export-letter.ts';
import { exportOwnLetters } from './export-own-letters.ts';
import { exportRecordList } from './export-record-list.ts';
import { exportSrikandi } from './export-srikandi.ts';
import { getExportFile } from './get-export-file.ts';
import { getRefusedRows } from './get-refused-rows.ts';
import { listExports } from './list-exports.ts';
import { listLoads } from './list-loads.ts';
import { uploadLoad } from './upload-load.ts';

export function exchangeRoutes(binder: Binder): void {
  bindFile(binder, exportLetterEndpoint, exportLetter);
  bindFile(binder, exportIncomingEndpoint, exportIncoming);
  bindFile(binder, exportDocumentEndpoint, exportDocument);
  bind(binder, exportFilesEndpoint, exportFiles);
  bind(binder, exportOwnLettersEndpoint, exportOwnLetters);
  bind(binder, listExportsEndpoint, listExports);
  bindFile(binder, getExportFileEndpoint, getExportFile);
  bindFile(binder, exportRecordListEndpoint, exportRecordList);
  bindFile(binder, exportSrikandiEndpoint, exportSrikandi);
  bindUpload(binder, uploadLoadEndpoint, uploadLoad);
  bind(binder, listLoadsEndpoint, listLoads);
  bindFile(binder, getRefusedRowsEndpoint, getRefusedRows);
}
