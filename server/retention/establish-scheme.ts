import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import { insertEdition } from './edition-queries.ts';
import { cutVersions, refreshProjection } from './queries.ts';
import type { CodeFacts } from './retention-shapes.ts';

/** Before anything that an agency may hold; later editions begin on a day of their own. */
const FIRST_DAY = '2000-01-01';

/** The first edition of a new agency. */
export async function establishScheme(
  tx: Tx,
  { agencyId, codes, now }: { agencyId: string; codes: readonly { code: string; facts: CodeFacts }[]; now: Date },
): Promise<void> {
  const editionId = uuidv7();
  await insertEdition(tx, {
    agencyId,
    editionId,
    kind: 'starter',
    status: 'applied',
    title: 'Klasifikasi awal',
    reason: '',
    effectiveFrom: FIRST_DAY,
    counts: { added: codes.length },
    by: null,
    now,
  });
  await cutVersions(tx, { agencyId, editionId, startsOn: FIRST_DAY, versions: codes, retired: [] });
  await refreshProjection(tx, { agencyId, today: FIRST_DAY });
}
