import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfChanged } from './install.mjs';
import { runTool } from './run-tool.mjs';

await installIfChanged();
const folder = mkdtempSync(join(tmpdir(), 'lontar-tests-'));
const summaryPath = process.env.TEST_SUMMARY ?? join(folder, 'summary.json');
const wanted = process.argv.slice(2);
const { code } = await runTool('mocha', 'mocha', [
  '--forbid-only',
  '--forbid-pending',
  '--reporter',
  './scripts/test-reporter.mjs',
  '--reporter-option',
  `summary=${summaryPath}`,
  ...(wanted.length > 0 ? wanted : ['test/**/*.test.ts']),
]);
const summary = readSummary();
rmSync(folder, { recursive: true, force: true });
if (summary)
  console.log(`${summary.passes} lulus, ${summary.failures} gagal, ${(summary.durationMs / 1000).toFixed(1)} detik`);
else console.error('Tes tidak selesai: penjalan tes berhenti sebelum menulis ringkasan.');
process.exitCode = summary && summary.failures === 0 ? code : 1;

function readSummary() {
  try {
    return JSON.parse(readFileSync(summaryPath, 'utf8'));
  } catch {
    return undefined;
  }
}
