import type * as retention from '../../../server/retention/contract.ts';
import { operation } from '../api/index.ts';

export const listCodes = operation<typeof retention.listClassificationCodesEndpoint>('get', '/classification-codes');
export const getCode = operation<typeof retention.getClassificationCodeEndpoint>(
  'get',
  '/classification-codes/:classificationCode',
);
export const changeCode = operation<typeof retention.changeClassificationCodeEndpoint>(
  'post',
  '/classification-codes/:classificationCode/change',
);
export const listEditions = operation<typeof retention.listClassificationEditionsEndpoint>(
  'get',
  '/classification-editions',
);
export const uploadFile = operation<typeof retention.uploadClassificationFileEndpoint>(
  'post',
  '/classification-editions/:editionId/files',
);
export const getReport = operation<typeof retention.getImportReportEndpoint>(
  'get',
  '/classification-editions/:editionId/report',
);
export const applyEdition = operation<typeof retention.applyEditionEndpoint>(
  'post',
  '/classification-editions/:editionId/apply',
);

/** First path segments of everything above, for refreshes after a change. */
export const schemePaths = ['classification-codes', 'classification-editions', 'classifications'];
