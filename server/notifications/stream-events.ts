import type { Request, Response } from 'express';
import { recheck } from '../accounts/authenticate.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { HintFeed } from './open-hint-feed.ts';
import type { HintRow } from './queries.ts';

const RECHECK_MS = 3000;
const HEARTBEAT_MS = 15_000;
/** Of one session: far more tabs than a browser keeps connected. */
const MOST_STREAMS = 30;

const streams = new Map<string, Set<object>>();

/**
 * Sends hints of the desk as server-sent events until the browser leaves, or session or appointment end (found within
 * three seconds). Data is `{ id, kind, entityId }`; the client asks again where rights are checked.
 */
export function streamEvents(feed: HintFeed) {
  return async (deps: Deps, actor: DeskActor, request: Request, response: Response): Promise<void> => {
    const endCount = countStream(actor);
    const waiting: HintRow[] = [];
    let send = (hint: HintRow): void => void waiting.push(hint);
    const unsubscribe = await subscribe(feed, actor, (hint) => send(hint)).catch((error: unknown) => {
      endCount();
      throw error;
    });
    const leave = () => {
      endCount();
      unsubscribe();
    };
    // Whoever left while we subscribed sends no `close` any more.
    if (response.destroyed) {
      leave();
      return;
    }
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

function subscribe(feed: HintFeed, actor: DeskActor, onHint: (hint: HintRow) => void): Promise<() => void> {
  return feed.subscribe({ agencyId: actor.agencyId, positionId: actor.positionId, onHint });
}

/** Each stream asks the database every few seconds, so one session may not open them without end. */
function countStream(actor: DeskActor): () => void {
  const session = actor.sessionHash.toString('hex');
  const own = streams.get(session) ?? new Set();
  if (own.size >= MOST_STREAMS) throw new AppError('throttled', { retryAfterSeconds: RECHECK_MS / 1000 });
  const stream = {};
  streams.set(session, own.add(stream));
  return () => {
    own.delete(stream);
    if (own.size === 0) streams.delete(session);
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
