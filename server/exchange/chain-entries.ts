import { read } from '../command.ts';
import type { Deps } from '../deps.ts';
import type { ExportedChain } from '../dispositions/export-chain.ts';
import { jsonEntry, storedEntries } from './package-entry.ts';
import { listDispositionFiles } from './queries.ts';
import type { PackageEntry } from './record-metadata.ts';

/** The dispositions of a letter as data, as the printed chain, and the files that were sent along. */
export async function chainEntries(
  deps: Deps,
  agencyId: string,
  chain: ExportedChain | undefined,
): Promise<PackageEntry[]> {
  if (!chain) return [];
  const files = await read(deps, { agencyId }, (tx) => listDispositionFiles(tx, agencyId, chain.fileIds));
  const { items, reports } = chain;
  return [
    jsonEntry('disposisi/disposisi.json', 'disposition', () => ({ items: items.map(withoutButtons), reports })),
    {
      path: 'disposisi/rantai-disposisi.pdf',
      fileName: 'rantai-disposisi.pdf',
      role: 'disposition',
      mediaType: 'application/pdf',
      read: () => chain.typeset(),
    },
    ...storedEntries(deps, agencyId, { folder: 'disposisi/berkas', role: 'disposition', files }),
  ];
}

/** What a desk may do now is no part of the record. */
function withoutButtons({
  actions: _actions,
  isGiver: _isGiver,
  isRecipient: _isRecipient,
  ...item
}: ExportedChain['items'][number]) {
  return item;
}
