import { z } from 'zod';
import { one, type Tx } from '../db.ts';
import type { FrozenRule } from './file-command-queries.ts';

const Rule = z.object({
  activeYears: z.int().nullable(),
  inactiveYears: z.int().nullable(),
  triggerEvent: z.string(),
  finalAction: z.string().nullable(),
  exceptionNote: z.string(),
});

/** The retention rule that a file of this classification gets when it is closed now. */
export async function ruleAtClosing(tx: Tx, wanted: { agencyId: string; code: string }): Promise<FrozenRule> {
  const rule = await one(
    tx,
    `select active_years, inactive_years, trigger_event, final_action, exception_note
     from classification where agency_id = :agencyId and code = :code`,
    wanted,
    Rule,
  );
  if (!rule) throw new Error(`no classification ${wanted.code}`);
  return rule;
}
