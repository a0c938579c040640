import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listNotificationsEndpoint } from './contract.ts';
import { noticePath } from './notice-path.ts';
import { countUnreadNotices, listNotices } from './queries.ts';

export function listNotifications(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof listNotificationsEndpoint>> {
  return read(deps, actor, async (tx) => {
    const rows = await listNotices(tx, actor);
    const items = rows.map(({ itemId, ...row }) => ({ ...row, path: row.path ?? noticePath({ ...row, itemId }) }));
    return { items, unread: await countUnreadNotices(tx, actor) };
  });
}
