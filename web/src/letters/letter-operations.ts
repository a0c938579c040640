import type * as audit from '../../../server/audit/contract.ts';
import type * as letters from '../../../server/letters/contract.ts';
import { fileAddress, operation } from '../api/index.ts';

export const listLetters = operation<typeof letters.listLettersEndpoint>('get', '/letters');
export const getLetter = operation<typeof letters.getLetterEndpoint>('get', '/letters/:letterId');
export const createLetter = operation<typeof letters.createLetterEndpoint>('post', '/letters');
export const saveLetter = operation<typeof letters.saveLetterEndpoint>('put', '/letters/:letterId');
export const submitLetter = operation<typeof letters.submitLetterEndpoint>('post', '/letters/:letterId/submit');
export const initialLetter = operation<typeof letters.initialLetterEndpoint>('post', '/letters/:letterId/initial');
export const returnLetter = operation<typeof letters.returnLetterEndpoint>('post', '/letters/:letterId/return');
export const withdrawLetter = operation<typeof letters.withdrawLetterEndpoint>('post', '/letters/:letterId/withdraw');
export const previewLetter = operation<typeof letters.previewLetterEndpoint>('post', '/letters/:letterId/preview');
export const getLetterPages = operation<typeof letters.getLetterPagesEndpoint>('get', '/letters/:letterId/pages');
export const listVersions = operation<typeof letters.listVersionsEndpoint>('get', '/letters/:letterId/versions');
export const getJourney = operation<typeof letters.getJourneyEndpoint>('get', '/letters/:letterId/journey');
export const recordPrint = operation<typeof letters.recordPrintEndpoint>('post', '/letters/:letterId/prints');
export const addComment = operation<typeof letters.addCommentEndpoint>('post', '/letters/:letterId/comments');
export const resolveComment = operation<typeof letters.resolveCommentEndpoint>(
  'post',
  '/letters/:letterId/comments/:commentId/resolve',
);
export const removeAnnex = operation<typeof letters.removeAnnexEndpoint>(
  'delete',
  '/letters/:letterId/annexes/:annexId',
);
export const listLetterEvents = operation<typeof audit.listLetterEventsEndpoint>('get', '/letters/:letterId/events');
export const checkChain = operation<typeof audit.checkChainEndpoint>('post', '/audit/check');

/** Where the proof of one event is downloaded. */
export function eventProofAddress(seq: number): string {
  return fileAddress<typeof audit.getEventProofEndpoint>('/audit/events/:seq/proof', { params: { seq } });
}

/** Where the proofs of all events of a letter are downloaded. */
export function letterProofAddress(letterId: string): string {
  return fileAddress<typeof audit.getLetterProofEndpoint>('/letters/:letterId/proof', { params: { letterId } });
}
