import type { BodyOf } from '../../../server/contract.ts';
import type { giveDispositionEndpoint } from '../../../server/dispositions/contract.ts';

export interface GiveDisposition {
  kind: 'disposition';
  body: BodyOf<typeof giveDispositionEndpoint>;
  /** What the person is told it is about. */
  subject: string;
  recipients: string;
}
