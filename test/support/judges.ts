import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Outside programs that judge our output; npm cannot install them. */
export const JUDGES = ['pdfsig', 'certutil', 'openssl', 'qpdf', 'redis-server', 'pdftotext', 'tesseract'] as const;
export type Judge = (typeof JUDGES)[number];

const stoodDown = new Map<Judge, string[]>();

/** Path of the program, or null where the machine lacks it (an openssl before 3 counts as lacking). */
export function findJudge(name: Judge): string | null {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
  if (found === undefined) return null;
  return name === 'openssl' && !isOpensslRecent(found) ? null : found;
}

/** True in a full run (REQUIRE_ALL=1), where a missing judge is a failure. */
export function isFullRun(): boolean {
  return process.env['REQUIRE_ALL'] === '1';
}

/**
 * Path of the judge for the tests that the title names, or null: then do not define those tests, and the end of the
 * run says that they did not run.
 * @throws Error in a full run (REQUIRE_ALL=1)
 */
export function requireJudge(title: string, name: Judge): string | null {
  const path = findJudge(name);
  if (path !== null) return path;
  if (isFullRun()) throw new Error(`${name} is missing, and REQUIRE_ALL=1 demands the tests of "${title}"`);
  stoodDown.set(name, [...(stoodDown.get(name) ?? []), title]);
  return null;
}

/** Says at the end of the run, one line for each missing judge, which tests it would have decided. */
export function mochaGlobalTeardown(): void {
  for (const [name, titles] of stoodDown)
    console.log(`${name} tidak ditemukan, jadi tidak dijalankan: ${titles.join('; ')}`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isOpensslRecent(path: string): boolean {
  const { stdout } = spawnSync(path, ['version'], { encoding: 'utf8' });
  return Number(/^OpenSSL (\d+)/u.exec(stdout)?.[1] ?? 0) >= 3;
}
