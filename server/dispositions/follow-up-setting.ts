import { read } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { changeSettings } from './change-settings.ts';
import type { FollowUpSetting } from './contract.ts';
import { findSetting, putSetting } from './settings-queries.ts';

const USUAL: FollowUpSetting = { remindDaysBefore: 1, escalateAfterDays: 2, escalateAgainAfterDays: 4 };

export function getFollowUpSetting(deps: Deps, actor: DeskActor): Promise<FollowUpSetting> {
  return read(deps, actor, (tx) => loadFollowUpSetting(tx, actor.agencyId));
}

export async function loadFollowUpSetting(tx: Tx, agencyId: string): Promise<FollowUpSetting> {
  return (await findSetting(tx, agencyId)) ?? USUAL;
}

export function setFollowUpSetting(deps: Deps, actor: DeskActor, setting: FollowUpSetting): Promise<FollowUpSetting> {
  const { remindDaysBefore, escalateAfterDays, escalateAgainAfterDays } = setting;
  const wanted = { remindDaysBefore, escalateAfterDays, escalateAgainAfterDays };
  return changeSettings(deps, actor, wanted, async (tx) => {
    await putSetting(tx, { agencyId: actor.agencyId, ...wanted });
    return wanted;
  });
}
