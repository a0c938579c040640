import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { today } from '../organisation/directory.ts';
import { assumptionsOn, chooseAssumptions } from './choose-assumptions.ts';
import type { Assumptions, getSavingsEndpoint, SavingsFacts } from './contract.ts';
import { countDispatched, listAssumptions, listFacts, type ReportScope } from './queries.ts';
import { reportRights } from './report-scope.ts';

type Savings = OutputOf<typeof getSavingsEndpoint>;

export function getSavings(deps: Deps, actor: DeskActor, input: InputOf<typeof getSavingsEndpoint>): Promise<Savings> {
  return read(deps, actor, async (tx) => {
    const { scope, scopeName, unitCount, canEdit } = await reportRights(tx, actor, input);
    const { date } = await today(tx, deps, actor.agencyId);
    const dated = await listAssumptions(tx, actor.agencyId);
    return {
      scopeName,
      unitCount,
      totalLetters: await countDispatched(tx, scope),
      rows: await savingsRows(tx, scope, dated),
      current: assumptionsOn(dated, date),
      canEdit,
    };
  });
}

/** Facts by OPD and month, each with the assumptions of its month. */
export async function savingsRows(
  tx: Tx,
  scope: ReportScope,
  dated: readonly (Assumptions & { validFrom: string })[],
): Promise<Savings['rows']> {
  const facts = await listFacts(tx, scope);
  return facts.map(({ unitId, unitName, month, ...counted }) => ({
    unitId,
    unitName,
    month,
    facts: counted satisfies SavingsFacts,
    assumptions: chooseAssumptions(dated, month),
  }));
}
