import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { applyEditionEndpoint, Edition } from './contract.ts';
import { listFiles, lockEdition, setDecided } from './edition-queries.ts';
import { loadImport } from './load-import.ts';
import { lockDraft } from './lock-draft.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import { putInForce, requireComing } from './put-in-force.ts';
import { lockScheme } from './queries.ts';
import { requireSchemeChanger } from './scheme-rights.ts';

type Input = InputOf<typeof applyEditionEndpoint>;

/** Decides an import exactly as its report said: of two who decide at once, the second must look again. */
export async function applyEdition(deps: Deps, actor: DeskActor, input: Input): Promise<Edition> {
  requireSchemeChanger(actor);
  const { agencyId, positionId, personId } = actor;
  const { editionId, effectiveFrom, isComplete, title, decreeNumber } = input;
  const loaded = await loadImport(deps, actor, editionId);
  return command(deps, actor, async (tx) => {
    const now = deps.now();
    const { date } = await today(tx, deps, agencyId);
    requireComing(effectiveFrom, date);
    await lockScheme(tx, agencyId);
    await lockDraft(tx, { agencyId, editionId });
    const plan = await planImport(tx, loaded, { agencyId, effectiveFrom, isComplete });
    requireSeen(plan, input.reportHash);
    const versions = plan.changes.map(({ code, after: facts }) => ({ code, facts }));
    const retired = plan.retired.map(({ code }) => code);
    const startsOn = effectiveFrom;
    const isInForce = await putInForce(tx, { agencyId, editionId, startsOn, versions, retired, today: date });
    const { counts } = plan;
    const decision = { agencyId, editionId, isInForce, title, decreeNumber, effectiveFrom, counts, now };
    await setDecided(tx, { ...decision, by: { positionId, personId } });
    const edition = await describeEdition(tx, { agencyId, editionId });
    const files = edition.files.map(({ slot, fileName, sha256 }) => ({ slot, fileName, sha256 }));
    await recordEvents(tx, deps, actor, [
      {
        action: 'classification.decided',
        detail: {
          editionId,
          title,
          decreeNumber,
          effectiveFrom,
          isComplete,
          isInForce,
          counts,
          files,
          reportHash: plan.hash,
        },
      },
    ]);
    return edition;
  });
}

function requireSeen(plan: ImportPlan, reportHash: string): void {
  if (plan.hash !== reportHash)
    throw new AppError('stale_version', {
      detail: 'Klasifikasi atau berkasnya berubah sejak laporan dibuat. Periksa laporan yang baru, lalu tetapkan lagi.',
    });
  if (plan.changes.length + plan.retired.length === 0)
    throw new AppError('invalid_input', { detail: 'Tidak ada perubahan untuk ditetapkan.' });
}

async function describeEdition(tx: Tx, named: { agencyId: string; editionId: string }): Promise<Edition> {
  const edition = await lockEdition(tx, named);
  if (!edition) throw new AppError('not_found');
  return { ...edition, files: await listFiles(tx, { agencyId: named.agencyId, editionIds: [named.editionId] }) };
}
