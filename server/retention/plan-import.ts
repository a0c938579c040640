import { createHash } from 'node:crypto';
import type { Tx } from '../db.ts';
import type { LoadedImport } from './load-import.ts';
import { groupsOf, planChanges, type Plan } from './plan-changes.ts';
import { factsOf, listInForce } from './queries.ts';
import type { ReportGroup } from './retention-shapes.ts';

export interface ImportPlan extends Plan {
  /** SHA-256 over the files, the choices and every change: the same only while nothing has moved. */
  hash: string;
  counts: Record<ReportGroup, number>;
}

/** Compares the files with what is in force on the day they are to hold. */
export async function planImport(
  tx: Tx,
  { files, prints }: LoadedImport,
  choice: { agencyId: string; effectiveFrom: string; isComplete: boolean },
): Promise<ImportPlan> {
  const { agencyId, effectiveFrom, isComplete } = choice;
  const rows = await listInForce(tx, { agencyId, onDate: effectiveFrom });
  const plan = planChanges(new Map(rows.map((row) => [row.code, factsOf(row)])), { ...files, isComplete });
  const hash = createHash('sha256').update(JSON.stringify({ prints, effectiveFrom, isComplete, plan })).digest('hex');
  return { ...plan, hash, counts: countGroups(plan) };
}

function countGroups({ changes, retired, refused }: Plan): ImportPlan['counts'] {
  const counts = { added: 0, renamed: 0, moved: 0, retention: 0, security: 0 };
  for (const group of changes.flatMap(groupsOf)) if (group in counts) counts[group as keyof typeof counts] += 1;
  return { ...counts, retired: retired.length, refused: refused.length };
}
