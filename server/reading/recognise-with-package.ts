import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { type OcrEngine, type OcrImage, type Recogniser, toPgm } from './ocr-engine.ts';
import { readTsv } from './read-tsv.ts';
import { ReadingError } from './reading.ts';

const require = createRequire(import.meta.url);

/** The packaged recogniser: WebAssembly in a thread of this process, started with the first page. */
export function openPackage(engine: OcrEngine & { kind: 'package' }, timeoutMs: number): Recogniser {
  let running: Promise<Worker> | undefined;
  const close = () => {
    void running?.then((worker) => worker.terminate()).catch(() => undefined);
    running = undefined;
  };
  return {
    async recognise(image) {
      running ??= startWorker(engine.languages);
      try {
        return await within(timeoutMs, recognise(running, image));
      } catch (error) {
        close();
        throw error instanceof ReadingError ? error : new ReadingError('ocr_failed', error);
      }
    },
    close,
  };
}

/** The recogniser takes all its languages from one folder, and each is installed in its own. */
async function startWorker(languages: readonly string[]): Promise<Worker> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-ocr-'));
  try {
    for (const code of languages) await copyFile(languageData(code), join(folder, `${code}.traineddata.gz`));
    const worker = await loadWorker([...languages], folder);
    await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: '300' });
    return worker;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Only its error handler tells that a language could not be loaded. */
function loadWorker(languages: string[], langPath: string): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const errorHandler = (error: unknown) => reject(new Error(String(error)));
    createWorker(languages, OEM.LSTM_ONLY, { langPath, cacheMethod: 'none', errorHandler }).then(resolve, reject);
  });
}

/** Compressed model of a language: the package's integer form of the most accurate one. */
function languageData(code: string): string {
  const installed = require.resolve(`@tesseract.js-data/${code}`);
  return join(dirname(installed), '4.0.0_best_int', `${code}.traineddata.gz`);
}

async function recognise(running: Promise<Worker>, image: OcrImage) {
  const worker = await running;
  const { data } = await worker.recognize(toPgm(image), {}, { tsv: true, text: false });
  return readTsv(data.tsv ?? '', image);
}

function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ReadingError('timeout')), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
