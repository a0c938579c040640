import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getConsistencyProofEndpoint } from './contract.ts';
import { demandAuditor } from './demand-auditor.ts';
import { consistencyPath } from './merkle-proof.ts';
import { openRanges } from './open-tree.ts';
import { showRoot, writeProof } from './proof.ts';
import { findRoot } from './root-queries.ts';

export async function getConsistencyProof(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getConsistencyProofEndpoint>,
): Promise<FileReply> {
  demandAuditor(actor);
  const { agencyId } = actor;
  return read(deps, actor, async (tx) => {
    const [from, to] = [await findRoot(tx, agencyId, input.from), await findRoot(tx, agencyId, input.seq)];
    if (!from || !to) throw new AppError('not_found');
    if (from.seq > to.seq)
      throw new AppError('invalid_input', {
        fields: [{ path: 'from', message: 'Pilih akar yang lebih lama sebagai awal.' }],
      });
    const path = await consistencyPath(openRanges(tx, agencyId), from.seq, to.seq);
    const text = writeProof({
      format: 'lontar-audit-consistency/1',
      agencyId,
      from: showRoot(from),
      to: showRoot(to),
      path: path.map((hash) => hash.toString('base64')),
    });
    return {
      bytes: Buffer.from(text),
      mediaType: 'application/json',
      fileName: `bukti-lanjutan-${from.seq}-${to.seq}.json`,
      disposition: 'attachment',
    };
  });
}
