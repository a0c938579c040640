import type { VerificationReport, VerifyOptions } from './report.ts';

/** Never throws on bad input: what cannot be read is `unknown`. For hostile files call `verifyInChild`. */
export function verifySignedPdf(_bytes: Uint8Array, _options: VerifyOptions): VerificationReport {
  throw new Error('Not built yet');
}
