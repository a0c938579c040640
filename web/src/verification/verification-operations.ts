import type { verifyEndpoint, verifyFileEndpoint } from '../../../server/verification/contract.ts';
import { operation } from '../api/operation.ts';

export const verify = operation<typeof verifyEndpoint>('get', '/verify/:code');
export const verifyFile = operation<typeof verifyFileEndpoint>('post', '/verify-file');
