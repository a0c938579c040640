import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { worksIn } from './process-state.ts';

export interface Postmaster {
  pid: number;
  port: number;
}

/** The postmaster that runs on this data folder, by its postmaster.pid (line 1 pid, line 4 port). */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  const path = join(dataFolder, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return pid > 0 && worksIn(pid, dataFolder) ? { pid, port: Number(lines[3]) } : undefined;
}

/**
 * Finds the postmaster, and when there is none removes the file a dead one left: the number in it may belong to another
 * program by now, and Postgres would trust it and refuse to start. Only for the one who starts the server; anybody
 * else could take away the file of a server that has just come up.
 */
export function findPostmasterOrClear(dataFolder: string): Postmaster | undefined {
  const running = findPostmaster(dataFolder);
  if (!running) rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
  return running;
}
