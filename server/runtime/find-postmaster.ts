import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { worksIn } from './process-state.ts';

export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * The postmaster that runs on this data folder, by its postmaster.pid (line 1 pid, line 4 port). A file whose process
 * is gone or has become something else is removed, because Postgres itself would trust the number and refuse to start.
 */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  const path = join(dataFolder, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (pid > 0 && worksIn(pid, dataFolder)) return { pid, port: Number(lines[3]) };
  rmSync(path, { force: true });
  return undefined;
}
