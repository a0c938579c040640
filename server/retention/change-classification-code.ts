import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { changeClassificationCodeEndpoint, ClassificationCode } from './contract.ts';
import { describeCode } from './describe-code.ts';
import { insertEdition } from './edition-queries.ts';
import { groupsOf, type Change } from './plan-changes.ts';
import { putInForce, requireComing } from './put-in-force.ts';
import { factsOf, findInForce, lockScheme } from './queries.ts';
import type { CodeFacts } from './retention-shapes.ts';
import { readTrigger } from './retention-words.ts';
import { requireSchemeChanger } from './scheme-rights.ts';

type Input = InputOf<typeof changeClassificationCodeEndpoint>;

/** An edition of one code, by hand. */
export function changeClassificationCode(deps: Deps, actor: DeskActor, input: Input): Promise<ClassificationCode> {
  return command(deps, actor, async (tx) => {
    requireSchemeChanger(actor);
    const { agencyId, positionId, personId } = actor;
    const { classificationCode: code, effectiveFrom, reason } = input;
    const now = deps.now();
    const { date } = await today(tx, deps, agencyId);
    requireComing(effectiveFrom, date);
    await lockScheme(tx, agencyId);
    const change = await planChange(tx, agencyId, input);
    const counts = Object.fromEntries(groupsOf(change).map((group) => [group, 1]));
    const editionId = uuidv7();
    await insertEdition(tx, {
      ...{ agencyId, editionId, kind: 'manual', reason, effectiveFrom, counts, now },
      status: effectiveFrom <= date ? 'applied' : 'scheduled',
      title: `Perubahan kode ${code}`,
      by: { positionId, personId },
    });
    const versions = [{ code, facts: change.after }];
    await putInForce(tx, { agencyId, editionId, startsOn: effectiveFrom, versions, retired: [], today: date });
    const described = await describeCode(tx, { agencyId, code, today: date });
    await recordEvents(tx, deps, actor, [
      { action: 'classification.changed', detail: { ...change, editionId, effectiveFrom, reason } },
    ]);
    return described;
  });
}

async function planChange(tx: Tx, agencyId: string, input: Input): Promise<Change> {
  const { classificationCode: code, effectiveFrom: onDate, basedOnEditionId } = input;
  const row = await findInForce(tx, { agencyId, code, onDate });
  if (!row) throw new AppError('not_found', { detail: 'Kode ini tidak berlaku pada tanggal itu. Pilih tanggal lain.' });
  if (row.editionId !== basedOnEditionId)
    throw new AppError('stale_version', {
      detail:
        'Kode ini sudah diubah di tempat lain, atau ada perubahan terjadwal sebelum tanggal itu. Muat ulang dulu.',
    });
  const before = factsOf(row);
  const after: CodeFacts = {
    name: input.name,
    parentCode: before.parentCode,
    rule: input.rule && { ...input.rule, triggerEvent: triggerOf(input.rule.triggerEvent) },
    securityClass: input.securityClass,
    accessNote: input.accessNote,
  };
  const change = { code, before, after };
  if (groupsOf(change).length === 0) throw invalid('name', 'Belum ada yang berubah.');
  return change;
}

function triggerOf(text: string): string {
  const trigger = readTrigger(text);
  if (typeof trigger === 'string') return trigger;
  throw invalid('rule.triggerEvent', `${trigger.problem}. ${trigger.advice}`);
}

function invalid(path: string, message: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, message }] });
}
