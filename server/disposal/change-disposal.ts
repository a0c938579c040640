import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { changeDisposalEndpoint, Disposal } from './contract.ts';
import { requireProposable } from './create-disposal.ts';
import { disposalCommand } from './disposal-command.ts';
import { deleteFiles, insertFiles, setBox } from './file-queries.ts';
import { setFacts } from './queries.ts';

export function changeDisposal(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof changeDisposalEndpoint>,
): Promise<Disposal> {
  const { disposalId, version } = input;
  return disposalCommand(deps, actor, { disposalId, version, action: 'edit' }, async (tx, { row }) => {
    const key = { agencyId: actor.agencyId, disposalId };
    if (input.add.length > 0) {
      const unitId = await requireProposable(tx, deps, actor, { kind: row.kind, fileIds: input.add });
      if (unitId !== row.unitId) throw new AppError('not_due', { detail: 'Satu usulan hanya untuk berkas satu unit.' });
      await insertFiles(tx, { ...key, fileIds: input.add });
    }
    if (input.remove.length > 0) await deleteFiles(tx, { ...key, fileIds: input.remove });
    for (const box of input.boxes)
      if ((await setBox(tx, { ...key, ...box })) === 0)
        throw new AppError('invalid_input', {
          fields: [{ path: 'boxes', message: 'Boks atau berkas tidak ditemukan. Muat ulang daftarnya.' }],
        });
    await setFacts(tx, {
      ...key,
      location: input.location ?? row.location,
      method: input.method ?? row.method,
      methodNote: input.methodNote ?? row.methodNote,
    });
    const detail = { disposalId, added: input.add, removed: input.remove };
    return [{ action: 'disposal.changed', detail }];
  });
}
