import type { Tx } from '../db.ts';
import { findRule } from './queries.ts';
import type { InheritedRule } from './contract.ts';

/**
 * The retention rule that counts for a code on a business date (YYYY-MM-DD): its own, or that of the nearest code above,
 * named by `fromCode`. A code retired before that date counts as it last was, one that began later as it first was.
 * Undefined when neither the code nor any code above has a rule.
 */
export function ruleInForce(
  tx: Tx,
  asked: { agencyId: string; code: string; onDate: string },
): Promise<InheritedRule | undefined> {
  return findRule(tx, asked);
}
