import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { type OcrEngine, type OcrImage, type Recogniser, toPgm } from './ocr-engine.ts';
import { readTsv } from './read-tsv.ts';
import { ReadingError } from './reading.ts';

/** The recogniser of the system: one process a page, one core, at the priority of the process that asks. */
export function openProgram(engine: OcrEngine & { kind: 'program' }, timeoutMs: number): Recogniser {
  return {
    recognise: async (image) => readTsv(await runProgram(engine, image, timeoutMs), image),
    close: () => undefined,
  };
}

async function runProgram(engine: OcrEngine & { kind: 'program' }, image: OcrImage, timeoutMs: number) {
  const child = spawn(engine.program, engine.arguments, {
    env: { OMP_THREAD_LIMIT: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const started = performance.now();
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  // A recogniser that dies early closes its input; its exit says so.
  child.stdin.on('error', () => undefined);
  child.stdin.end(toPgm(image));
  const [code, output] = await Promise.all([exit, buffer(child.stdout)]);
  if (code === 0) return output.toString('utf8');
  throw new ReadingError(performance.now() - started >= timeoutMs ? 'timeout' : 'ocr_failed');
}
