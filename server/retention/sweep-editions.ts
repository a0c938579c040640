import { recordEvents } from '../audit/record-events.ts';
import type { Deps, SystemActor } from '../deps.ts';
import { today } from '../organisation/directory.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { dropDraft } from './discard-edition.ts';
import { listOldDrafts, takeDueEditions } from './edition-queries.ts';
import { lockScheme, refreshProjection } from './queries.ts';

const KEEP_DRAFTS_MS = 30 * 24 * 3_600_000;

/** Puts into force what was decided for a day that has come, in the zone of the agency; gives up drafts of a month ago. */
export async function sweepEditions(deps: Deps): Promise<void> {
  await forEachAgency(deps, async (agencyId) => {
    const actor: SystemActor = { kind: 'system', agencyId, job: 'classification.sweep' };
    await deps.db.transaction({ agencyId }, async (tx) => {
      const now = deps.now();
      const { date } = await today(tx, deps, agencyId);
      const before = new Date(now.getTime() - KEEP_DRAFTS_MS);
      for (const editionId of await listOldDrafts(tx, { agencyId, before }))
        await dropDraft(tx, { agencyId, editionId });
      await lockScheme(tx, agencyId);
      const due = await takeDueEditions(tx, { agencyId, today: date, now });
      if (due.length === 0) return;
      await refreshProjection(tx, { agencyId, today: date });
      await recordEvents(
        tx,
        deps,
        actor,
        due.map(({ id, title, effectiveFrom }) => ({
          action: 'classification.in_force',
          detail: { editionId: id, title, effectiveFrom },
        })),
      );
    });
  });
}
