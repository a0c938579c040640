import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { today } from '../organisation/directory.ts';
import { REPORT_ROWS, type ChangedCode, type getImportReportEndpoint, type ImportReport } from './contract.ts';
import { loadImport } from './load-import.ts';
import { lockDraft } from './lock-draft.ts';
import { groupsOf, type Change } from './plan-changes.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import { requireComing } from './put-in-force.ts';
import type { ReportGroup } from './retention-shapes.ts';
import { requireSchemeAdmin } from './scheme-rights.ts';
import { countFiles, listEndedCodes } from './tree-queries.ts';

type Input = InputOf<typeof getImportReportEndpoint>;

/** What an import would change; nothing is written. */
export async function getImportReport(deps: Deps, actor: DeskActor, input: Input): Promise<ImportReport> {
  const { plan, effectiveFrom, fileCounts, ended } = await previewImport(deps, actor, input);
  const describe = (change: Change): ChangedCode => ({ ...change, isRevived: ended.has(change.code) });
  const rowsOf = (group: ReportGroup) =>
    plan.changes
      .filter((change) => groupsOf(change).includes(group))
      .slice(0, REPORT_ROWS)
      .map(describe);
  return {
    ...{ reportHash: plan.hash, effectiveFrom, isComplete: input.isComplete },
    ...{ counts: plan.counts, unchanged: plan.unchanged },
    added: rowsOf('added'),
    renamed: rowsOf('renamed'),
    moved: rowsOf('moved'),
    retention: rowsOf('retention'),
    security: rowsOf('security'),
    retired: plan.retired
      .slice(0, REPORT_ROWS)
      .map((retired) => ({ ...retired, fileCount: fileCounts.get(retired.code) ?? 0 })),
    refused: plan.refused.slice(0, REPORT_ROWS),
  };
}

export interface Preview {
  plan: ImportPlan;
  effectiveFrom: string;
  fileCounts: ReadonlyMap<string, number>;
  /** Added codes that were in force once. */
  ended: ReadonlySet<string>;
}

export async function previewImport(deps: Deps, actor: DeskActor, input: Input): Promise<Preview> {
  requireSchemeAdmin(actor);
  const loaded = await loadImport(deps, actor, input.editionId);
  const { agencyId } = actor;
  return read(deps, actor, async (tx) => {
    await lockDraft(tx, { agencyId, editionId: input.editionId });
    const { date } = await today(tx, deps, agencyId);
    const effectiveFrom = input.effectiveFrom ?? date;
    requireComing(effectiveFrom, date);
    const plan = await planImport(tx, loaded, { agencyId, effectiveFrom, isComplete: input.isComplete });
    const added = plan.changes.filter(({ before }) => before === null).map(({ code }) => code);
    return {
      ...{ plan, effectiveFrom },
      fileCounts: await countFiles(tx, { agencyId, codes: plan.retired.map(({ code }) => code) }),
      ended: new Set(await listEndedCodes(tx, { agencyId, codes: added, onDate: effectiveFrom })),
    };
  });
}
