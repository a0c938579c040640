import { bind, type Binder, bindFile } from '../http.ts';
import { cancelIncoming } from './cancel-incoming.ts';
import {
  cancelIncomingEndpoint,
  correctIncomingEndpoint,
  countIncomingEndpoint,
  directIncomingEndpoint,
  exportAgendaEndpoint,
  findDuplicatesEndpoint,
  finishIncomingEndpoint,
  forwardIncomingEndpoint,
  getIncomingEndpoint,
  getIncomingFileEndpoint,
  getIncomingJourneyEndpoint,
  getIncomingPageEndpoint,
  getReceiptEndpoint,
  getRegistrationContextEndpoint,
  listAgendaEndpoint,
  listContactsEndpoint,
  listIncomingChangesEndpoint,
  listIncomingEndpoint,
  listUsualDesksEndpoint,
  markIncomingReadEndpoint,
  registerIncomingEndpoint,
  replyIncomingEndpoint,
  suggestClassificationsEndpoint,
  trackIncomingEndpoint,
} from './contract.ts';
import { correctIncoming } from './correct-incoming.ts';
import { directIncoming } from './direct-incoming.ts';
import { exportAgenda } from './export-agenda.ts';
import { findDuplicates } from './find-duplicates.ts';
import { finishIncoming } from './finish-incoming.ts';
import { forwardIncoming } from './forward-incoming.ts';
import { getIncomingFile } from './get-incoming-file.ts';
import { getIncomingJourney } from './get-incoming-journey.ts';
import { getIncomingPage } from './get-incoming-page.ts';
import { getIncoming } from './get-incoming.ts';
import { getReceipt } from './get-receipt.ts';
import { getRegistrationContext } from './get-registration-context.ts';
import { listAgenda } from './list-agenda.ts';
import { listContacts } from './list-contacts.ts';
import { listIncomingChanges } from './list-incoming-changes.ts';
import { countIncoming, listIncoming } from './list-incoming.ts';
import { listUsualDesks } from './list-usual-desks.ts';
import { markIncomingRead } from './mark-incoming-read.ts';
import { registerIncoming } from './register-incoming.ts';
import { replyIncoming } from './reply-incoming.ts';
import { suggestClassifications } from './suggest-classifications.ts';
import { trackIncoming } from './track-incoming.ts';

export function incomingRoutes(binder: Binder): void {
  bind(binder, listIncomingEndpoint, listIncoming);
  bind(binder, countIncomingEndpoint, countIncoming);
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
  bind(binder, getIncomingEndpoint, getIncoming);
  bindFile(binder, getIncomingPageEndpoint, getIncomingPage);
  bindFile(binder, getIncomingFileEndpoint, getIncomingFile);
  bind(binder, listAgendaEndpoint, listAgenda);
  bind(binder, replyIncomingEndpoint, replyIncoming);
  bind(binder, getIncomingJourneyEndpoint, getIncomingJourney);
  bindFile(binder, exportAgendaEndpoint, exportAgenda);
  bind(binder, markIncomingReadEndpoint, markIncomingRead);
  bind(binder, forwardIncomingEndpoint, forwardIncoming);
  bind(binder, finishIncomingEndpoint, finishIncoming);
}
