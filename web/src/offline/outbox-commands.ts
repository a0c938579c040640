import type { BodyOf } from '../../../server/contract.ts';
import type { giveDispositionEndpoint } from '../../../server/dispositions/contract.ts';
import type { DispositionDraft } from '../disposisi/disposition-draft.ts';

export interface GiveDisposition {
  kind: 'disposition';
  body: BodyOf<typeof giveDispositionEndpoint>;
  /** As it was filled in, to go on from when it is taken back or refused. */
  draft: DispositionDraft;
  /** What the person is told it is about. */
  subject: string;
  recipients: string;
}
