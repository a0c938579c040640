import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { VerificationReport, VerifyOptions } from './report.ts';
import type { VerifyMessage } from './verify-child.ts';

export interface ChildLimits {
  /** Default 10 s, the start of the process included. */
  readonly timeoutMs?: number;
  /** Of the JavaScript heap; default 256. Unpacked streams outside it are bounded by the reader itself. */
  readonly memoryMb?: number;
}

const isSource = import.meta.url.endsWith('.ts');

function startChild(memoryMb: number): ChildProcess {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return fork(`${folder}verify-child.${isSource ? 'ts' : 'js'}`, [], {
    cwd: folder,
    execArgv: [`--max-old-space-size=${memoryMb}`, ...(isSource ? ['--import', 'tsx'] : [])],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function tooMuch(reason: string): VerificationReport {
  return { verdict: 'unknown', level: 'B-B', reason, signatures: [] };
}

/**
 * `verifySignedPdf` in a process of its own, without the environment of this one. Over the limits, or when the process
 * dies, the verdict is `unknown`; rejects only when no process can be started.
 */
export function verifyInChild(
  bytes: Uint8Array,
  options: VerifyOptions,
  limits: ChildLimits = {},
): Promise<VerificationReport> {
  const child = startChild(limits.memoryMb ?? 256);
  const answer = new Promise<VerificationReport>((resolve, reject) => {
    child.once('message', (report) => resolve(report as VerificationReport));
    child.once('exit', () => resolve(tooMuch('Berkas terlalu rumit atau rusak sehingga tidak dapat diperiksa.')));
    child.once('error', reject);
  });
  const timeout = setTimeout(() => child.kill('SIGKILL'), limits.timeoutMs ?? 10_000);
  const message: VerifyMessage = { bytes, options };
  child.send(message, () => undefined);
  return answer.finally(() => {
    clearTimeout(timeout);
    child.kill('SIGKILL');
  });
}
