import { bind, bindFile, bindUpload, type Binder } from '../http.ts';
import { applyEdition } from './apply-edition.ts';
import { changeClassificationCode } from './change-classification-code.ts';
import * as contract from './contract.ts';
import { discardEdition } from './discard-edition.ts';
import { exportClassification } from './export-classification.ts';
import { getClassificationCode } from './get-classification-code.ts';
import { getImportReportCsv } from './get-import-report-csv.ts';
import { getImportReport } from './get-import-report.ts';
import { listClassificationCodes } from './list-classification-codes.ts';
import { listClassificationEditions } from './list-classification-editions.ts';
import { uploadClassificationFile } from './upload-classification-file.ts';

export function retentionRoutes(binder: Binder): void {
  bind(binder, contract.listClassificationCodesEndpoint, listClassificationCodes);
  bind(binder, contract.getClassificationCodeEndpoint, getClassificationCode);
  bind(binder, contract.changeClassificationCodeEndpoint, changeClassificationCode);
  bind(binder, contract.listClassificationEditionsEndpoint, listClassificationEditions);
  bindUpload(binder, contract.uploadClassificationFileEndpoint, uploadClassificationFile);
  bind(binder, contract.getImportReportEndpoint, getImportReport);
  bindFile(binder, contract.getImportReportCsvEndpoint, getImportReportCsv);
  bind(binder, contract.applyEditionEndpoint, applyEdition);
  bind(binder, contract.discardEditionEndpoint, discardEdition);
  bindFile(binder, contract.exportClassificationEndpoint, exportClassification);
}
