import { findNewestBackup } from './backup-names.ts';

export interface BackupAge {
  newestAt: string | null;
  ageHours: number | null;
  /** Older than a day and a half, or none at all: somebody should look. */
  isOld: boolean;
}

const OLD_HOURS = 36;
const HOUR_MS = 3_600_000;

/** How old the newest backup is; null where no folder for backups is configured. */
export async function describeBackupAge(folder: string | undefined, now: Date): Promise<BackupAge | null> {
  if (folder === undefined) return null;
  const newest = await findNewestBackup(folder);
  if (!newest) return { newestAt: null, ageHours: null, isOld: true };
  const ageHours = Math.round((now.getTime() - newest.getTime()) / HOUR_MS);
  return { newestAt: newest.toISOString(), ageHours, isOld: ageHours > OLD_HOURS };
}
