import type { Deps } from '../deps.ts';
import { setExportProgress } from './export-queries.ts';

export interface Progress {
  /** One record is packed, or named without its content. */
  count(isWithheld: boolean): Promise<void>;
  settle(): Promise<void>;
}

const EVERY_MS = 1000;

/** Tells how far a package is, at most once a second. */
export function reportProgress(deps: Deps, agencyId: string, exportId: string): Progress {
  let doneCount = 0;
  let withheldCount = 0;
  let toldAt = performance.now();
  const tell = () =>
    deps.db.transaction({ agencyId }, (tx) => setExportProgress(tx, { agencyId, exportId, doneCount, withheldCount }));
  return {
    async count(isWithheld) {
      doneCount += 1;
      if (isWithheld) withheldCount += 1;
      if (performance.now() - toldAt < EVERY_MS) return;
      toldAt = performance.now();
      await tell();
    },
    settle: tell,
  };
}
