import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childFlags, watchMemory } from '../pdf/watch-memory.ts';
import type { OcrEngine } from './ocr-engine.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';
import {
  type FileToRead,
  type Reading,
  READING_LIMITS,
  type ReadingFailure,
  type ReadingFailureCode,
  type ReadingLimits,
  type ReadPage,
} from './reading.ts';
import type { ReadableKind } from './recognise-file.ts';

export interface ReadOptions {
  /** From chooseOcrEngine. */
  readonly engine: OcrEngine;
  /** Those of READING_LIMITS that are to differ. */
  readonly limits?: Partial<ReadingLimits>;
  /** Process that reads, for tests that end it. */
  readonly onStart?: (pid: number) => void;
  /** Each page as it is finished. */
  readonly onPage?: (page: ReadPage) => void;
}

const HEAP_MB = 512;
/** The reading process ends a slow recogniser itself; this is for a page that it cannot leave. */
const PAGE_GRACE_MS = 5000;

/**
 * Draws and reads the files of a letter in one child process, without environment and at low priority, that is killed
 * when it takes too long or too much memory. Never rejects for what is in the files: what was finished is in `pages`,
 * and `failure` says what was not. A file that cannot be read does not keep the others from being read.
 */
export async function readFiles(
  files: readonly { readonly bytes: Uint8Array; readonly kind: ReadableKind | undefined }[],
  options: ReadOptions,
): Promise<Reading> {
  const limits = { ...READING_LIMITS, ...options.limits };
  const run = new ReadingRun(options.engine, limits, options.onPage);
  const readable: { fileIndex: number; file: FileToRead }[] = [];
  for (const [fileIndex, { bytes, kind }] of files.entries()) {
    if (kind === undefined) run.fail('unsupported', fileIndex);
    else if (bytes.length > limits.fileBytes) run.fail('too_large', fileIndex);
    else readable.push({ fileIndex, file: { bytes, kind } });
  }
  if (readable.length > 0) {
    const child = startChild();
    if (child.pid !== undefined) options.onStart?.(child.pid);
    await run.read(readable, child);
  }
  return run.result(readable.length === files.length);
}

/** The parent's side of one reading process. */
class ReadingRun {
  readonly #engine: OcrEngine;
  readonly #limits: ReadingLimits;
  readonly #onPage: ReadOptions['onPage'];
  readonly #pages = new Map<string, ReadPage>();
  #failure: ReadingFailure | null = null;
  #searchablePdf: Uint8Array | null = null;

  constructor(engine: OcrEngine, limits: ReadingLimits, onPage: ReadOptions['onPage']) {
    this.#engine = engine;
    this.#limits = limits;
    this.#onPage = onPage;
  }

  fail(code: ReadingFailureCode, fileIndex: number): void {
    this.#failure ??= { code, fileIndex };
  }

  result(isComplete: boolean): Reading {
    return {
      pages: [...this.#pages.values()],
      searchablePdf: isComplete ? this.#searchablePdf : null,
      failure: this.#failure,
      engine: this.#engine.name,
    };
  }

  read(files: readonly { fileIndex: number; file: FileToRead }[], child: ChildProcess): Promise<void> {
    const waiting = [...files];
    const next = () => {
      const file = waiting[0];
      ask(child, file ? { type: 'file', ...file } : { type: 'finish' });
    };
    const guard = guardChild(child, this.#limits);
    return new Promise<void>((resolve, reject) => {
      child.on('message', (reply: ReadingReply) => {
        guard.refresh();
        if (reply.type === 'page') this.#keep(reply.page);
        if (reply.type === 'failed') this.fail(reply.failure.code, reply.failure.fileIndex);
        if (reply.type === 'file_done') waiting.shift();
        if (reply.type === 'file_done') next();
        if (reply.type === 'done') this.#searchablePdf = reply.searchablePdf;
        if (reply.type === 'done') resolve();
      });
      child.once('error', reject);
      child.once('close', () => {
        this.fail(guard.reason(), (waiting[0] ?? files.at(-1))?.fileIndex ?? 0);
        resolve();
      });
      ask(child, { type: 'start', engine: this.#engine, limits: this.#limits });
      next();
    }).finally(() => {
      child.removeAllListeners('close');
      guard.end();
    });
  }

  #keep(page: ReadPage): void {
    this.#pages.set(`${page.fileIndex}/${page.pageNumber}`, page);
    this.#onPage?.(page);
  }
}

interface Guard {
  /** The child has shown that it moves on. */
  refresh(): void;
  /** Why the child came to its end. */
  reason(): ReadingFailureCode;
  end(): void;
}

function guardChild(child: ChildProcess, limits: ReadingLimits): Guard {
  let reason: ReadingFailureCode = 'crashed';
  const kill = (why: ReadingFailureCode) => {
    reason = why;
    killGroup(child);
  };
  const whole = setTimeout(() => kill('timeout'), limits.timeoutMs);
  const step = setTimeout(() => kill('timeout'), limits.pageTimeoutMs + PAGE_GRACE_MS);
  const stopWatching = watchMemory(child, limits.memoryBytes, () => kill('too_large'));
  return {
    refresh: () => void step.refresh(),
    reason: () => reason,
    end() {
      clearTimeout(whole);
      clearTimeout(step);
      stopWatching();
      killGroup(child);
    },
  };
}

/** A process group of its own, so that the recogniser goes with it. */
function startChild(): ChildProcess {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const program = fileURLToPath(new URL(`./reading-process.${extension}`, import.meta.url));
  return fork(program, {
    env: {},
    detached: true,
    serialization: 'advanced',
    execArgv: childFlags(HEAP_MB),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** A child that is gone cannot be asked; its end is reported by itself. */
function ask(child: ChildProcess, request: ReadingRequest): void {
  child.send(request, () => undefined);
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
