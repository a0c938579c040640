import { bindFile, type Binder } from '../http.ts';
import { exportDocumentEndpoint, exportIncomingEndpoint, exportLetterEndpoint } from './contract.ts';
import { exportDocument } from './export-document.ts';
import { exportIncoming } from './export-incoming.ts';
import { exportLetter } from './export-letter.ts';

export function exchangeRoutes(binder: Binder): void {
  bindFile(binder, exportLetterEndpoint, exportLetter);
  bindFile(binder, exportIncomingEndpoint, exportIncoming);
  bindFile(binder, exportDocumentEndpoint, exportDocument);
}
