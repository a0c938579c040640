import type { Request, Response } from 'express';
import { recheck } from '../accounts/authenticate.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { HintFeed } from './open-hint-feed.ts';
import type { HintRow } from './queries.ts';

const RECHECK_MS = 3000;
const HEARTBEAT_MS = 15_000;

/**
 * Sends hints of the desk as server-sent events until the browser leaves, or session or appointment end (found within
 * three seconds). Data is `{ id, kind, entityId }`; the client asks again where rights are checked.
 */
export function streamEvents(feed: HintFeed) {
  return async (deps: Deps, actor: DeskActor, request: Request, response: Response): Promise<void> => {
    const waiting: HintRow[] = [];
    let send = (hint: HintRow): void => void waiting.push(hint);
    const leave = await feed.subscribe({
      agencyId: actor.agencyId,
      positionId: actor.positionId,
      onHint: (hint) => send(hint),
    });
    const stop = () => {
      clearInterval(checking);
      clearInterval(beating);
      leave();
      response.end();
    };
    const checking = setInterval(() => void stopWhenEnded(deps, actor, stop), RECHECK_MS);
    const beating = setInterval(() => response.write(': masih tersambung\n\n'), HEARTBEAT_MS);
    response.once('close', stop);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    const missed = await listMissed(feed, actor, request.get('last-event-id'));
    for (const hint of [...missed, ...waiting]) response.write(eventOf(hint));
    send = (hint) => void response.write(eventOf(hint));
  };
}

async function stopWhenEnded(deps: Deps, actor: DeskActor, stop: () => void): Promise<void> {
  try {
    if (!(await recheck(deps, actor))) stop();
  } catch (error) {
    deps.log.warn({ err: error }, 'event stream could not be checked and is closed');
    stop();
  }
}

function listMissed(feed: HintFeed, actor: DeskActor, lastEventId: string | undefined): Promise<HintRow[]> {
  if (lastEventId === undefined || !/^\d{1,15}$/u.test(lastEventId)) return Promise.resolve([]);
  return feed.listSince(actor, Number(lastEventId));
}

function eventOf({ id, kind, entityId }: HintRow): string {
  return `id: ${id}\ndata: ${JSON.stringify({ id, kind, entityId })}\n\n`;
}
