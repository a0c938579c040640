import { bind, type Binder, bindFile } from '../http.ts';
import { cancelIncoming } from './cancel-incoming.ts';
import {
  cancelIncomingEndpoint,
  correctIncomingEndpoint,
  directIncomingEndpoint,
  findDuplicatesEndpoint,
  getReceiptEndpoint,
  getRegistrationContextEndpoint,
  listContactsEndpoint,
  listIncomingChangesEndpoint,
  listUsualDesksEndpoint,
  registerIncomingEndpoint,
  suggestClassificationsEndpoint,
  trackIncomingEndpoint,
} from './contract.ts';
import { correctIncoming } from './correct-incoming.ts';
import { directIncoming } from './direct-incoming.ts';
import { findDuplicates } from './find-duplicates.ts';
import { getReceipt } from './get-receipt.ts';
import { getRegistrationContext } from './get-registration-context.ts';
import { listContacts } from './list-contacts.ts';
import { listIncomingChanges } from './list-incoming-changes.ts';
import { listUsualDesks } from './list-usual-desks.ts';
import { registerIncoming } from './register-incoming.ts';
import { suggestClassifications } from './suggest-classifications.ts';
import { trackIncoming } from './track-incoming.ts';

export function registrationRoutes(binder: Binder): void {
  bind(binder, getRegistrationContextEndpoint, getRegistrationContext);
  bind(binder, listContactsEndpoint, listContacts);
  bind(binder, suggestClassificationsEndpoint, suggestClassifications);
  bind(binder, findDuplicatesEndpoint, findDuplicates);
  bind(binder, registerIncomingEndpoint, registerIncoming);
  bind(binder, correctIncomingEndpoint, correctIncoming);
  bind(binder, listIncomingChangesEndpoint, listIncomingChanges);
  bind(binder, cancelIncomingEndpoint, cancelIncoming);
  bind(binder, directIncomingEndpoint, directIncoming);
  bind(binder, listUsualDesksEndpoint, listUsualDesks);
  bindFile(binder, getReceiptEndpoint, getReceipt);
  bind(binder, trackIncomingEndpoint, trackIncoming);
}
