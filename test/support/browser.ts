import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename } from 'node:fs/promises';
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
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    });
  }
}

/** Unpacks the NSS libraries that come with the package; returns their folder. */
async function unpackLibraries(): Promise<string> {
  const folder = join(tmpdir(), 'lontar-chromium-libraries');
  if (existsSync(folder)) return join(folder, 'lib');
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archive = join(dirname(dirname(dirname(entry))), 'bin', 'al2023.tar.br');
  const draft = await mkdtemp(`${folder}-`);
  const { status } = spawnSync('tar', ['-x', '-C', draft], { input: brotliDecompressSync(await readFile(archive)) });
  if (status !== 0) throw new Error('the libraries of the packaged browser cannot be unpacked');
  await rename(draft, folder).catch(() => undefined);
  return join(folder, 'lib');
}
