import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { today } from '../organisation/directory.ts';
import type { ClassificationCode, getClassificationCodeEndpoint } from './contract.ts';
import { describeCode } from './describe-code.ts';
import { requireSchemeReader } from './scheme-rights.ts';

export function getClassificationCode(
  deps: Deps,
  actor: DeskActor,
  { classificationCode: code }: InputOf<typeof getClassificationCodeEndpoint>,
): Promise<ClassificationCode> {
  return read(deps, actor, async (tx) => {
    requireSchemeReader(actor);
    const { agencyId } = actor;
    const { date } = await today(tx, deps, agencyId);
    return describeCode(tx, { agencyId, code, today: date });
  });
}
