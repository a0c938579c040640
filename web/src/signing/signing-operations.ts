import type * as signing from '../../../server/signing/contract.ts';
import { operation } from '../api/index.ts';

export const signLetter = operation<typeof signing.signLetterEndpoint>('post', '/letters/:letterId/sign');
export const getSigning = operation<typeof signing.getSigningEndpoint>('get', '/letters/:letterId/signing');
export const getCertificate = operation<typeof signing.getCertificateEndpoint>('get', '/certificate');
