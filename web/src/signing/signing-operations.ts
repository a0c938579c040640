import type {
  getLetterEndpoint,
  getLetterPagesEndpoint,
  listLettersEndpoint,
  listVersionsEndpoint,
  returnLetterEndpoint,
} from '../../../server/letters/contract.ts';
import type {
  getCertificateEndpoint,
  getSigningEndpoint,
  signLetterEndpoint,
} from '../../../server/signing/contract.ts';
import { operation } from '../api/index.ts';

export const listLetters = operation<typeof listLettersEndpoint>('get', '/letters');
export const getLetter = operation<typeof getLetterEndpoint>('get', '/letters/:letterId');
export const getLetterPages = operation<typeof getLetterPagesEndpoint>('get', '/letters/:letterId/pages');
export const listVersions = operation<typeof listVersionsEndpoint>('get', '/letters/:letterId/versions');
export const returnLetter = operation<typeof returnLetterEndpoint>('post', '/letters/:letterId/return');
export const signLetter = operation<typeof signLetterEndpoint>('post', '/letters/:letterId/sign');
export const getSigning = operation<typeof getSigningEndpoint>('get', '/letters/:letterId/signing');
export const getCertificate = operation<typeof getCertificateEndpoint>('get', '/certificate');
