import type * as dispositions from '../../../server/dispositions/contract.ts';
import { operation } from '../api/index.ts';

export const getDispositionOptions = operation<typeof dispositions.getDispositionOptionsEndpoint>(
  'get',
  '/incoming/:incomingId/disposition-options',
);
export const undoDisposition = operation<typeof dispositions.undoDispositionEndpoint>(
  'post',
  '/dispositions/:dispositionId/undo',
);
export const listDispositions = operation<typeof dispositions.listDispositionsEndpoint>('get', '/disposition-items');
export const getDispositionTree = operation<typeof dispositions.getDispositionTreeEndpoint>(
  'get',
  '/incoming/:incomingId/dispositions',
);
export const getDispositionItem = operation<typeof dispositions.getDispositionItemEndpoint>(
  'get',
  '/disposition-items/:itemId',
);
export const markDispositionRead = operation<typeof dispositions.markDispositionReadEndpoint>(
  'post',
  '/disposition-items/:itemId/read',
);
export const reportFollowUp = operation<typeof dispositions.reportFollowUpEndpoint>(
  'post',
  '/disposition-items/:itemId/reports',
);
export const closeDisposition = operation<typeof dispositions.closeDispositionEndpoint>(
  'post',
  '/disposition-items/:itemId/close',
);
export const reopenDisposition = operation<typeof dispositions.reopenDispositionEndpoint>(
  'post',
  '/disposition-items/:itemId/reopen',
);
export const returnDisposition = operation<typeof dispositions.returnDispositionEndpoint>(
  'post',
  '/disposition-items/:itemId/return',
);
export const recallDisposition = operation<typeof dispositions.recallDispositionEndpoint>(
  'post',
  '/disposition-items/:itemId/recall',
);
export const pauseDisposition = operation<typeof dispositions.pauseDispositionEndpoint>(
  'post',
  '/disposition-items/:itemId/pause',
);
export const resumeDisposition = operation<typeof dispositions.resumeDispositionEndpoint>(
  'post',
  '/disposition-items/:itemId/resume',
);
export const setDispositionDue = operation<typeof dispositions.setDispositionDueEndpoint>(
  'post',
  '/disposition-items/:itemId/due',
);
export const remindDisposition = operation<typeof dispositions.remindDispositionEndpoint>(
  'post',
  '/disposition-items/:itemId/remind',
);
export const sendDispositionMessage = operation<typeof dispositions.sendDispositionMessageEndpoint>(
  'post',
  '/disposition-items/:itemId/messages',
);
export const uploadDispositionFile = operation<typeof dispositions.uploadDispositionFileEndpoint>(
  'post',
  '/disposition-files',
);
