import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from '../runtime/process-state.ts';
import { BackupProblem } from './backup-problem.ts';

const Holder = z.object({ pid: z.int(), host: z.string() });

/** Only one process writes into a backup folder; a lock whose process was killed on this machine counts no more. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'kunci');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
      throw error;
    });
    if (handle) {
      await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
      await handle.close();
      return () => rm(path, { force: true });
    }
    if (await isHeld(path)) break;
    await rm(path, { force: true });
  }
  throw new BackupProblem(
    `Folder ${folder} sedang dipakai pencadangan lain: tunggu sampai selesai, atau hapus berkas "kunci" di sana bila pencadangan itu sudah mati.`,
  );
}

async function isHeld(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    const { pid, host } = Holder.parse(JSON.parse(text));
    return host !== hostname() || (pid !== process.pid && isAlive(pid));
  } catch {
    return false;
  }
}
