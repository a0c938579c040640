import { isProblem } from './api-problem.ts';

/** Why there is no file, in a sentence for the page. */
export function downloadFault(error: unknown): string {
  if (!isProblem(error)) return 'Berkas tidak terunduh. Coba lagi.';
  if (error.code === 'offline')
    return 'Berkas tidak terunduh: server tidak terjangkau. Periksa sambungan, lalu coba lagi.';
  return `Berkas tidak terunduh. ${error.detail ?? error.title}`;
}
