import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a backup folder keeps one file for each complete backup. */
export const MANIFEST_FOLDER = 'isi';
export const MANIFEST_ENDING = '.lontar';

/** `20261124T020000Z`: names sort by time. */
export function backupName(madeAt: Date): string {
  return madeAt.toISOString().replace(/[-:]|[.]\d+/gu, '');
}

/** The time in a name, or undefined for another file. */
export function timeOfName(name: string): Date | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(name);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Names of the complete backups in a folder, oldest first; needs no key. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, MANIFEST_FOLDER)).catch(() => [] as string[]);
  return names
    .filter((name) => name.endsWith(MANIFEST_ENDING))
    .map((name) => name.slice(0, -MANIFEST_ENDING.length))
    .filter((name) => timeOfName(name) !== undefined)
    .sort();
}

/** When the newest complete backup was made. */
export async function findNewestBackup(folder: string): Promise<Date | undefined> {
  return timeOfName((await listBackups(folder)).at(-1) ?? '');
}
