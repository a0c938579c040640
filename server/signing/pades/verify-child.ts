import type { VerifyOptions } from './report.ts';
import { verifySignedPdf } from './verify-signed-pdf.ts';

/** What `verifyInChild` sends; the answer is the report. */
export interface VerifyMessage {
  readonly bytes: Uint8Array;
  readonly options: VerifyOptions;
}

process.once('message', (message) => {
  const { bytes, options } = message as VerifyMessage;
  process.send?.(verifySignedPdf(bytes, options), () => process.disconnect());
});
