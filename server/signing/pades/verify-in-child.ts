import type { VerificationReport, VerifyOptions } from './report.ts';

export interface ChildLimits {
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
}

/** `verifySignedPdf` in a process of its own; over the limits the verdict is `unknown`. */
export function verifyInChild(
  _bytes: Uint8Array,
  _options: VerifyOptions,
  _limits: ChildLimits = {},
): Promise<VerificationReport> {
  return Promise.reject(new Error('Not built yet'));
}
