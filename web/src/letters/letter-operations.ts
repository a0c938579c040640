import type { checkChainEndpoint, listLetterEventsEndpoint } from '../../../server/audit/contract.ts';
import type {
  addCommentEndpoint,
  createLetterEndpoint,
  getLetterEndpoint,
  getJourneyEndpoint,
  initialLetterEndpoint,
  listLettersEndpoint,
  listVersionsEndpoint,
  recordPrintEndpoint,
  resolveCommentEndpoint,
  returnLetterEndpoint,
} from '../../../server/letters/contract.ts';
import { operation } from '../api/index.ts';

export const listLetters = operation<typeof listLettersEndpoint>('get', '/letters');
export const getLetter = operation<typeof getLetterEndpoint>('get', '/letters/:letterId');
export const createLetter = operation<typeof createLetterEndpoint>('post', '/letters');
export const listVersions = operation<typeof listVersionsEndpoint>('get', '/letters/:letterId/versions');
export const getJourney = operation<typeof getJourneyEndpoint>('get', '/letters/:letterId/journey');
export const listLetterEvents = operation<typeof listLetterEventsEndpoint>('get', '/letters/:letterId/events');
export const checkChain = operation<typeof checkChainEndpoint>('post', '/audit/check');
export const initialLetter = operation<typeof initialLetterEndpoint>('post', '/letters/:letterId/initial');
export const returnLetter = operation<typeof returnLetterEndpoint>('post', '/letters/:letterId/return');
export const addComment = operation<typeof addCommentEndpoint>('post', '/letters/:letterId/comments');
export const resolveComment = operation<typeof resolveCommentEndpoint>(
  'post',
  '/letters/:letterId/comments/:commentId/resolve',
);
export const recordPrint = operation<typeof recordPrintEndpoint>('post', '/letters/:letterId/prints');
