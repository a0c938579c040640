import type * as filing from '../../../server/filing/contract.ts';
import { operation } from '../api/index.ts';

export const listFiles = operation<typeof filing.listRecordFilesEndpoint>('get', '/record-files');
export const getFileTree = operation<typeof filing.getFileTreeEndpoint>('get', '/record-files/tree');
export const getFile = operation<typeof filing.getRecordFileEndpoint>('get', '/record-files/:fileId');
export const listItems = operation<typeof filing.listFileItemsEndpoint>('get', '/record-files/:fileId/items');
export const getStory = operation<typeof filing.getFileStoryEndpoint>('get', '/record-files/:fileId/story');
export const createFile = operation<typeof filing.createRecordFileEndpoint>('post', '/record-files');
export const editFile = operation<typeof filing.editRecordFileEndpoint>('put', '/record-files/:fileId');
export const closeFile = operation<typeof filing.closeRecordFileEndpoint>('post', '/record-files/:fileId/close');
export const reopenFile = operation<typeof filing.reopenRecordFileEndpoint>('post', '/record-files/:fileId/reopen');
export const setTriggerDate = operation<typeof filing.setTriggerDateEndpoint>(
  'post',
  '/record-files/:fileId/trigger-date',
);
export const mergeFile = operation<typeof filing.mergeRecordFileEndpoint>('post', '/record-files/:fileId/merge');
export const lendFile = operation<typeof filing.lendFileEndpoint>('post', '/record-files/:fileId/loan');
export const listUnfiled = operation<typeof filing.listUnfiledEndpoint>('get', '/records/unfiled');
export const acceptRecord = operation<typeof filing.acceptRecordEndpoint>('post', '/records/:recordId/accept');
export const acceptCertain = operation<typeof filing.acceptCertainEndpoint>('post', '/records/accept-certain');
export const moveRecord = operation<typeof filing.moveRecordEndpoint>('post', '/records/:recordId/move');
export const listCandidates = operation<typeof filing.listCandidatesEndpoint>('get', '/records/:recordId/candidates');
export const addDocument = operation<typeof filing.addDocumentEndpoint>('post', '/archive-documents');
export const getDocument = operation<typeof filing.getDocumentEndpoint>('get', '/archive-documents/:documentId');
export const correctDocument = operation<typeof filing.correctDocumentEndpoint>(
  'put',
  '/archive-documents/:documentId',
);
export const uploadDocumentFile = operation<typeof filing.uploadDocumentFileEndpoint>(
  'post',
  '/archive-documents/:documentId/files',
);
export const listBoxes = operation<typeof filing.listStorageBoxesEndpoint>('get', '/storage-boxes');
export const getBox = operation<typeof filing.getStorageBoxEndpoint>('get', '/storage-boxes/:boxId');
export const addBox = operation<typeof filing.addStorageBoxEndpoint>('post', '/storage-boxes');
export const editBox = operation<typeof filing.editStorageBoxEndpoint>('put', '/storage-boxes/:boxId');
export const listLoans = operation<typeof filing.listLoansEndpoint>('get', '/loans');
export const returnLoan = operation<typeof filing.returnLoanEndpoint>('post', '/loans/:loanId/return');
export const placeHold = operation<typeof filing.placeLegalHoldEndpoint>('post', '/legal-holds');
export const releaseHold = operation<typeof filing.releaseLegalHoldEndpoint>('post', '/legal-holds/:holdId/release');
export const getFilingSetting = operation<typeof filing.getFilingSettingEndpoint>('get', '/filing-setting');
export const setFilingSetting = operation<typeof filing.setFilingSettingEndpoint>('put', '/filing-setting');

/** First path segments of what a change of files touches. */
export const filesTouched = ['record-files', 'records', 'loans', 'storage-boxes', 'archive-documents', 'counts'];
