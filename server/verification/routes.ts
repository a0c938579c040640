import { bind, bindFile, bindUpload, type Binder } from '../http.ts';
import { verifyEndpoint, verifyFileEndpoint, verifyPageEndpoint, verifyPdfEndpoint } from './contract.ts';
import { verifyFile } from './verify-file.ts';
import { verifyPage } from './verify-page.ts';
import { verifyPdf } from './verify-pdf.ts';
import { verify } from './verify.ts';

export function verificationRoutes(binder: Binder): void {
  bind(binder, verifyEndpoint, verify);
  bindFile(binder, verifyPdfEndpoint, verifyPdf);
  bindFile(binder, verifyPageEndpoint, verifyPage);
  bindUpload(binder, verifyFileEndpoint, verifyFile);
}
