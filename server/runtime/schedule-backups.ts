import { findNewestBackup } from '../backup/backup-names.ts';

export interface BackupSchedule {
  folder: string;
  /** Makes one backup; rejects with a sentence for the person at the terminal. */
  run: (signal: AbortSignal) => Promise<unknown>;
  say: (line: string) => void;
  now?: () => Date;
  /** How often it looks. */
  everyMs?: number;
}

/** A little less than a day, so that the backup stays at about the same hour. */
const DUE_AFTER_MS = 23.5 * 3_600_000;

/** Makes a backup whenever the newest one in the folder is a day old; a failure is told and tried again. */
export function scheduleBackups(schedule: BackupSchedule): { stop: () => Promise<void> } {
  const { folder, run, say, now = () => new Date(), everyMs = 1_800_000 } = schedule;
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  const look = async () => {
    const newest = await findNewestBackup(folder);
    if (newest && now().getTime() - newest.getTime() < DUE_AFTER_MS) return;
    await run(ending.signal);
  };
  const start = () => {
    running ??= look()
      .catch((error: unknown) => {
        if (!ending.signal.aborted) say(`Pencadangan gagal: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        running = undefined;
      });
  };
  start();
  const timer = setInterval(start, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      ending.abort();
      await running;
    },
  };
}
