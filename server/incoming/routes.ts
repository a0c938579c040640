import { bind, type Binder, bindFile } from '../http.ts';
import {
  countIncomingEndpoint,
  finishIncomingEndpoint,
  forwardIncomingEndpoint,
  getIncomingEndpoint,
  getIncomingFileEndpoint,
  getIncomingJourneyEndpoint,
  getIncomingPageEndpoint,
  listIncomingEndpoint,
  markIncomingReadEndpoint,
  replyIncomingEndpoint,
} from './contract.ts';
import { finishIncoming } from './finish-incoming.ts';
import { forwardIncoming } from './forward-incoming.ts';
import { getIncomingFile } from './get-incoming-file.ts';
import { getIncomingJourney } from './get-incoming-journey.ts';
import { getIncomingPage } from './get-incoming-page.ts';
import { getIncoming } from './get-incoming.ts';
import { countIncoming, listIncoming } from './list-incoming.ts';
import { markIncomingRead } from './mark-incoming-read.ts';
import { replyIncoming } from './reply-incoming.ts';

export function incomingRoutes(binder: Binder): void {
  bind(binder, listIncomingEndpoint, listIncoming);
  bind(binder, countIncomingEndpoint, countIncoming);
  bind(binder, getIncomingEndpoint, getIncoming);
  bindFile(binder, getIncomingPageEndpoint, getIncomingPage);
  bindFile(binder, getIncomingFileEndpoint, getIncomingFile);
  bind(binder, replyIncomingEndpoint, replyIncoming);
  bind(binder, getIncomingJourneyEndpoint, getIncomingJourney);
  bind(binder, markIncomingReadEndpoint, markIncomingRead);
  bind(binder, forwardIncomingEndpoint, forwardIncoming);
  bind(binder, finishIncomingEndpoint, finishIncoming);
}
