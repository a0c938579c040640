import type {
  addCommentEndpoint,
  createLetterEndpoint,
  getLetterEndpoint,
  listLettersEndpoint,
  previewLetterEndpoint,
  removeAnnexEndpoint,
  resolveCommentEndpoint,
  saveLetterEndpoint,
  submitLetterEndpoint,
  withdrawLetterEndpoint,
} from '../../../server/letters/contract.ts';
import type {
  listSignatoriesEndpoint,
  proposeCircuitEndpoint,
  searchClassificationsEndpoint,
  searchDesksEndpoint,
} from '../../../server/organisation/contract.ts';
import { operation } from '../api/index.ts';

export const createLetter = operation<typeof createLetterEndpoint>('post', '/letters');
export const listLetters = operation<typeof listLettersEndpoint>('get', '/letters');
export const getLetter = operation<typeof getLetterEndpoint>('get', '/letters/:letterId');
export const saveLetter = operation<typeof saveLetterEndpoint>('put', '/letters/:letterId');
export const submitLetter = operation<typeof submitLetterEndpoint>('post', '/letters/:letterId/submit');
export const withdrawLetter = operation<typeof withdrawLetterEndpoint>('post', '/letters/:letterId/withdraw');
export const previewLetter = operation<typeof previewLetterEndpoint>('post', '/letters/:letterId/preview');
export const addComment = operation<typeof addCommentEndpoint>('post', '/letters/:letterId/comments');
export const resolveComment = operation<typeof resolveCommentEndpoint>(
  'post',
  '/letters/:letterId/comments/:commentId/resolve',
);
export const removeAnnex = operation<typeof removeAnnexEndpoint>('delete', '/letters/:letterId/annexes/:annexId');
export const searchDesks = operation<typeof searchDesksEndpoint>('get', '/desks');
export const searchClassifications = operation<typeof searchClassificationsEndpoint>('get', '/classifications');
export const listSignatories = operation<typeof listSignatoriesEndpoint>('get', '/signatories');
export const proposeCircuit = operation<typeof proposeCircuitEndpoint>('get', '/circuit-proposal');
