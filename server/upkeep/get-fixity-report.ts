import { demandAuditor } from '../audit/demand-auditor.ts';
import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { listBlobProblems, summariseBlobs } from './blob-queries.ts';
import type { getFixityReportEndpoint } from './contract.ts';

const PROMISE_MS = 180 * 24 * 3_600_000;
const SHOWN = 100;

export async function getFixityReport(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof getFixityReportEndpoint>> {
  demandAuditor(actor);
  const { agencyId } = actor;
  return read(deps, actor, async (tx) => ({
    ...(await summariseBlobs(tx, agencyId, new Date(deps.now().getTime() - PROMISE_MS))),
    hasMirror: deps.files.isMirrored,
    problems: await listBlobProblems(tx, agencyId, SHOWN),
  }));
}
