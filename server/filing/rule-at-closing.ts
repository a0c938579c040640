import type { Tx } from '../db.ts';
import { ruleInForce } from '../retention/rule-in-force.ts';
import type { FrozenRule } from './file-command-queries.ts';

const NO_RULE: FrozenRule = {
  activeYears: null,
  inactiveYears: null,
  triggerEvent: '',
  finalAction: null,
  exceptionNote: '',
};

/** The retention rule that a file of this classification gets when it is closed on a business date (YYYY-MM-DD). */
export async function ruleAtClosing(
  tx: Tx,
  wanted: { agencyId: string; code: string; closedOn: string },
): Promise<FrozenRule> {
  const found = await ruleInForce(tx, { agencyId: wanted.agencyId, code: wanted.code, onDate: wanted.closedOn });
  if (!found) return NO_RULE;
  const { activeYears, inactiveYears, triggerEvent, finalAction, exceptionNote } = found;
  return { activeYears, inactiveYears, triggerEvent, finalAction, exceptionNote };
}
