import { read } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { listFiles } from './edition-queries.ts';
import type { ImportFiles } from './plan-changes.ts';
import { readRows } from './read-rows.ts';

export interface LoadedImport {
  files: Omit<ImportFiles, 'isComplete'>;
  /** Slot and hash of each file: part of what a report is about. */
  prints: string[];
}

/** The files of an import, read again: what is stored is what was sent. */
export async function loadImport(deps: Deps, actor: DeskActor, editionId: string): Promise<LoadedImport> {
  const { agencyId } = actor;
  const rows = await read(deps, actor, (tx) => listFiles(tx, { agencyId, editionIds: [editionId] }));
  const files: LoadedImport['files'] = {};
  for (const { slot, sha256 } of rows) files[slot] = readRows(await deps.files.read(agencyId, sha256), slot);
  return { files, prints: rows.map(({ slot, sha256 }) => `${slot} ${sha256}`) };
}
