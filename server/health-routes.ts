import express, { type Router } from 'express';

/** What "ready" means is decided by whoever starts the app: each check names a part and throws when it is down. */
export interface Health {
  checks: Record<string, () => Promise<void>>;
  /** Facts for whoever watches, which do not decide: nothing here makes the installation down. */
  facts?: Record<string, () => Promise<unknown>>;
}

/** `GET /health/live`: the process answers. `GET /health/ready`: 200 only when every part is up. */
export function healthRoutes(health: Health): Router {
  const router = express.Router();
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/health/ready', (_request, response, next) => {
    const answer = async () => {
      const parts = await Promise.all(
        Object.entries(health.checks).map(async ([name, check]) => {
          try {
            await check();
            return [name, 'ok'] as const;
          } catch {
            return [name, 'down'] as const;
          }
        }),
      );
      const isReady = parts.every(([, state]) => state === 'ok');
      const facts = await Promise.all(
        Object.entries(health.facts ?? {}).map(async ([name, find]) => [name, await find().catch(() => null)] as const),
      );
      response.status(isReady ? 200 : 503).json({
        status: isReady ? 'ok' : 'down',
        parts: Object.fromEntries(parts),
        ...(facts.length === 0 ? {} : { facts: Object.fromEntries(facts) }),
      });
    };
    answer().catch(next);
  });
  return router;
}
