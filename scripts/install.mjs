import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, run } from './run-tool.mjs';

const lockPath = join(projectRoot, 'package-lock.json');
const installedLockPath = join(projectRoot, 'node_modules', '.package-lock.json');
const stampPath = join(projectRoot, 'node_modules', '.lontar-lock');

/** Installs the npm packages of the lock when they are not the ones already installed. */
export async function installIfChanged() {
  const lockHash = createHash('sha256').update(readFileSync(lockPath)).digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === lockHash) return;
  if (!isInstalled()) {
    console.log('Memasang paket npm (pertama kali perlu satu sampai tiga menit) ...');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { code } = await run(npm, ['install', '--no-audit', '--no-fund', '--include=dev', '--include=optional']);
    if (code !== 0) {
      console.error('Paket npm gagal dipasang; periksa sambungan ke registri npm, lalu ulangi perintah ini.');
      process.exit(1);
    }
  }
  writeFileSync(stampPath, lockHash);
}

/** Compares the lock with npm's record of what it put into node_modules. */
function isInstalled() {
  if (!existsSync(installedLockPath)) return false;
  const wanted = JSON.parse(readFileSync(lockPath, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLockPath, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !installed[path])) return true;
    return installed[path]?.version === entry.version;
  });
}
