import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { PdfOpenError } from './open-pdf.ts';
import { renderPages } from './page-images.ts';
import { renderPreview } from './render-preview.ts';
import { TypesetError } from './typeset-error.ts';
import type { JobAnswer, JobFailure, JobResults, TypesetJob } from './typeset-jobs.ts';
import { typesetForm } from './typeset-form.ts';
import { typesetLetter } from './typeset.ts';

// The pool is the parallelism; more threads inside would only contend.
sharp.concurrency(1);
sharp.cache(false);

parentPort?.on('message', (job: TypesetJob) => {
  void answer(job).then((message) => parentPort?.postMessage(message));
});

async function answer(job: TypesetJob): Promise<JobAnswer> {
  try {
    return { ok: true, value: await perform(job) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

async function perform(job: TypesetJob): Promise<JobResults[keyof JobResults]> {
  switch (job.kind) {
    case 'preview':
      return renderPreview(job.sheet);
    case 'typeset':
      return typesetLetter(job.sheet, job.options);
    case 'typesetForm':
      return typesetForm(job.form, job.options);
    case 'renderPages':
      return renderPages(job.pdf, job.request);
  }
}

function toFailure(error: unknown): JobFailure {
  if (error instanceof TypesetError) {
    return { code: error.code, message: error.message, characters: error.characters };
  }
  if (error instanceof PdfOpenError) return { code: error.code, message: error.message, characters: [] };
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), characters: [] };
}
