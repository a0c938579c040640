import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const systemFlags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];

/** Starts the machine's Chromium, or the packaged one where there is none (Linux x64). */
export async function launchBrowser(): Promise<Browser> {
  const system = systemPaths.find((path) => existsSync(path));
  if (system !== undefined) return chromium.launch({ executablePath: system, args: systemFlags });
  return launchPackagedBrowser();
}

/** Starts the Chromium of the npm package, with its own copy of the system libraries where the machine lacks them. */
export async function launchPackagedBrowser(): Promise<Browser> {
  const { default: packaged } = await import('@sparticuz/chromium');
  const options: LaunchOptions = {
    executablePath: await packaged.executablePath(),
    args: packaged.args,
    headless: true,
  };
  try {
    return await chromium.launch(options);
  } catch {
    const libraries = await unpackLibraries();
    return chromium.launch({
      ...options,
      env: { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>,
    });
  }
}

/** Unpacks the NSS libraries that come with the package; returns their folder. */
async function unpackLibraries(): Promise<string> {
  const folder = join(tmpdir(), 'lontar-chromium-libraries');
  const libraries = join(folder, 'lib');
  if (existsSync(libraries)) return libraries;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archive = join(dirname(dirname(dirname(entry))), 'bin', 'al2023.tar.br');
  const draft = await mkdtemp(join(tmpdir(), 'lontar-chromium-'));
  const tar = join(draft, 'libraries.tar');
  await writeFile(tar, brotliDecompressSync(await readFile(archive)));
  await mkdir(folder, { recursive: true });
  const { status } = spawnSync('tar', ['-xf', tar, '-C', folder]);
  await rm(draft, { recursive: true });
  if (status !== 0) throw new Error('the libraries of the packaged browser cannot be unpacked');
  return libraries;
}
