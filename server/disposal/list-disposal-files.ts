import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { DisposalFile, listDisposalFilesEndpoint } from './contract.ts';
import { listFiles } from './file-queries.ts';
import { loadDisposal } from './load-disposal.ts';

const MOST_FILES = 5000;

export async function listDisposalFiles(
  deps: Deps,
  actor: DeskActor,
  { disposalId, after, limit }: InputOf<typeof listDisposalFilesEndpoint>,
): Promise<OutputOf<typeof listDisposalFilesEndpoint>> {
  const afterOrdinal = after === undefined || after === '' ? 0 : Number(after);
  if (!Number.isInteger(afterOrdinal) || afterOrdinal < 0)
    throw new AppError('invalid_input', {
      fields: [{ path: 'after', message: 'Penanda halaman tidak dikenal. Muat ulang daftar.' }],
    });
  return read(deps, actor, async (tx) => {
    await loadDisposal(tx, deps, actor, { disposalId });
    const rows = await listFiles(tx, { agencyId: actor.agencyId, disposalId, afterOrdinal, limit: limit + 1 });
    const files = rows.slice(0, limit);
    return { files, next: rows.length > limit ? String(files.at(-1)?.ordinal ?? 0) : null };
  });
}

/** Every file of a disposal in order, for papers, spreadsheets and the export of what is handed over. */
export function listAllFiles(tx: Tx, key: { agencyId: string; disposalId: string }): Promise<DisposalFile[]> {
  return listFiles(tx, { ...key, afterOrdinal: 0, limit: MOST_FILES });
}
