import type { Worker } from 'node:worker_threads';
import type { TypesetOptions } from './compile-template.ts';
import type { LetterSheet } from './letter-sheet.ts';
import { PdfOpenError } from './open-pdf.ts';
import { openThread } from './open-thread.ts';
import type { PageImage, PageImagesRequest } from './page-images.ts';
import type { Preview } from './render-preview.ts';
import { TypesetError } from './typeset-error.ts';
import type { JobAnswer, JobFailure, JobResults, TypesetJob } from './typeset-jobs.ts';
import type { FormCall, TypesetForm } from './typeset-form.ts';
import type { TypesetLetter } from './typeset.ts';

/** Every call may be refused with TypesetError `interrupted` or `busy`; the same call may succeed later. */
export interface TypesetPool {
  /** @throws TypesetError */
  preview(sheet: LetterSheet): Promise<Preview>;
  /** @throws TypesetError */
  typeset(sheet: LetterSheet, options: TypesetOptions): Promise<TypesetLetter>;
  /** @throws TypesetError */
  typesetForm(form: FormCall, options: TypesetOptions): Promise<TypesetForm>;
  /** @throws PdfOpenError */
  renderPages(pdf: Uint8Array, request: PageImagesRequest): Promise<PageImage[]>;
  /** Stops the threads; what still waits fails as `interrupted`. */
  close(): Promise<void>;
}

export interface TypesetPoolOptions {
  /** Number of threads, started when first needed. */
  readonly size: number;
  /** A job that runs longer loses its thread. */
  readonly timeoutMs?: number;
  /** Jobs beyond those that run; one more is refused as `busy`, so that a flood cannot eat the memory. */
  readonly mostWaiting?: number;
}

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_MOST_WAITING = 100;
const BUSY = 'Banyak naskah sedang disusun. Tunggu sebentar, lalu coba lagi.';
const INTERRUPTED = 'Penyusunan naskah terhenti sebelum selesai. Coba lagi.';

interface Waiting {
  readonly job: TypesetJob;
  resolve(value: JobResults[keyof JobResults]): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  current: Waiting | null;
  timer: NodeJS.Timeout | null;
}

/** Threads that typeset and draw, so that no request waits for a layout. Jobs start in the order asked. */
export function createTypesetPool(options: TypesetPoolOptions): TypesetPool {
  const pool = new ThreadPool(options);
  return {
    preview: (sheet) => pool.run<'preview'>({ kind: 'preview', sheet }),
    typeset: (sheet, typesetOptions) => pool.run<'typeset'>({ kind: 'typeset', sheet, options: typesetOptions }),
    typesetForm: (form, formOptions) => pool.run<'typesetForm'>({ kind: 'typesetForm', form, options: formOptions }),
    renderPages: (pdf, request) => pool.run<'renderPages'>({ kind: 'renderPages', pdf, request }),
    close: () => pool.close(),
  };
}

class ThreadPool {
  readonly #size: number;
  readonly #timeoutMs: number;
  readonly #mostWaiting: number;
  readonly #queue: Waiting[] = [];
  readonly #threads = new Set<Thread>();
  #isClosed = false;

  constructor({ size, timeoutMs = DEFAULT_TIMEOUT_MS, mostWaiting = DEFAULT_MOST_WAITING }: TypesetPoolOptions) {
    this.#size = Math.max(1, size);
    this.#timeoutMs = timeoutMs;
    this.#mostWaiting = mostWaiting;
  }

  run<K extends keyof JobResults>(job: TypesetJob & { kind: K }): Promise<JobResults[K]> {
    if (this.#isClosed) return Promise.reject(new TypesetError('interrupted', INTERRUPTED));
    if (this.#queue.length >= this.#mostWaiting) return Promise.reject(new TypesetError('busy', BUSY));
    return new Promise<JobResults[keyof JobResults]>((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#dispatch();
    }) as Promise<JobResults[K]>;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const threads = [...this.#threads];
    for (const waiting of this.#queue.splice(0)) waiting.reject(new TypesetError('interrupted', INTERRUPTED));
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #dispatch(): void {
    while (this.#queue.length > 0) {
      const thread = [...this.#threads].find(({ current }) => current === null) ?? this.#open();
      if (!thread) return;
      const next = this.#queue.shift();
      if (next) this.#assign(thread, next);
    }
  }

  #assign(thread: Thread, waiting: Waiting): void {
    thread.current = waiting;
    thread.worker.ref();
    thread.timer = setTimeout(() => void thread.worker.terminate(), this.#timeoutMs);
    thread.worker.postMessage(waiting.job);
  }

  #open(): Thread | undefined {
    if (this.#threads.size >= this.#size || this.#isClosed) return undefined;
    const thread: Thread = { worker: openThread(), current: null, timer: null };
    this.#threads.add(thread);
    thread.worker.on('message', (answer: JobAnswer) => {
      const done = release(thread);
      if (answer.ok) done?.resolve(answer.value);
      else done?.reject(toError(answer.failure));
      this.#dispatch();
    });
    thread.worker.on('error', (error) => this.#lose(thread, error));
    thread.worker.on('exit', () => this.#lose(thread, undefined));
    return thread;
  }

  #lose(thread: Thread, cause: unknown): void {
    this.#threads.delete(thread);
    const error = new TypesetError('interrupted', INTERRUPTED);
    error.cause = cause;
    release(thread)?.reject(error);
    if (!this.#isClosed) this.#dispatch();
  }
}

/** An idle thread does not keep the process alive. */
function release(thread: Thread): Waiting | null {
  const { current, timer } = thread;
  if (timer) clearTimeout(timer);
  thread.current = null;
  thread.timer = null;
  thread.worker.unref();
  return current;
}

function toError({ code, message, characters }: JobFailure): Error {
  if (code === 'encrypted' || code === 'damaged') return new PdfOpenError(code, message);
  if (code === 'unexpected') return new Error(message);
  return new TypesetError(code, message, characters);
}
