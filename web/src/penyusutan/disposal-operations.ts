import type * as disposal from '../../../server/disposal/contract.ts';
import { operation } from '../api/index.ts';

export const listDueFiles = operation<typeof disposal.listDueFilesEndpoint>('get', '/disposal-due');
export const listDisposals = operation<typeof disposal.listDisposalsEndpoint>('get', '/disposals');
export const createDisposal = operation<typeof disposal.createDisposalEndpoint>('post', '/disposals');
export const getDisposal = operation<typeof disposal.getDisposalEndpoint>('get', '/disposals/:disposalId');
export const listDisposalFiles = operation<typeof disposal.listDisposalFilesEndpoint>(
  'get',
  '/disposals/:disposalId/files',
);
export const changeDisposal = operation<typeof disposal.changeDisposalEndpoint>('put', '/disposals/:disposalId');
export const setDisposalParties = operation<typeof disposal.setDisposalPartiesEndpoint>(
  'put',
  '/disposals/:disposalId/parties',
);
export const submitDisposal = operation<typeof disposal.submitDisposalEndpoint>(
  'post',
  '/disposals/:disposalId/submit',
);
export const assessDisposal = operation<typeof disposal.assessDisposalEndpoint>(
  'post',
  '/disposals/:disposalId/assess',
);
export const excludeDisposalFiles = operation<typeof disposal.excludeDisposalFilesEndpoint>(
  'post',
  '/disposals/:disposalId/exclude',
);
export const returnDisposal = operation<typeof disposal.returnDisposalEndpoint>(
  'post',
  '/disposals/:disposalId/return',
);
export const withdrawDisposal = operation<typeof disposal.withdrawDisposalEndpoint>(
  'post',
  '/disposals/:disposalId/withdraw',
);
export const cancelDisposal = operation<typeof disposal.cancelDisposalEndpoint>(
  'post',
  '/disposals/:disposalId/cancel',
);
export const approveDisposal = operation<typeof disposal.approveDisposalEndpoint>(
  'post',
  '/disposals/:disposalId/approve',
);
export const recordApproval = operation<typeof disposal.recordApprovalEndpoint>(
  'post',
  '/disposals/:disposalId/external-approval',
);
export const confirmApproval = operation<typeof disposal.confirmApprovalEndpoint>(
  'post',
  '/disposals/:disposalId/external-approval/confirm',
);
export const attendDestruction = operation<typeof disposal.attendDestructionEndpoint>(
  'post',
  '/disposals/:disposalId/attend',
);
export const executeDisposal = operation<typeof disposal.executeDisposalEndpoint>(
  'post',
  '/disposals/:disposalId/execute',
);
export const signPaper = operation<typeof disposal.signPaperEndpoint>('post', '/papers/:paperId/sign');

/** What a command on a proposal changes on other screens. */
export const disposalRefresh = ['disposals', 'papers', 'disposal-due', 'counts'];
