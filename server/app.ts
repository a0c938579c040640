import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { accountsRoutes } from './accounts/routes.ts';
import { authenticator } from './accounts/authenticate.ts';
import { auditRoutes } from './audit/routes.ts';
import { deliveryRoutes } from './delivery/routes.ts';
import { demoAuthorityRoutes } from './signing/authority/authority-routes.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import { dispositionRoutes } from './dispositions/routes.ts';
import { healthRoutes, type Health } from './health-routes.ts';
import { jsonBody, problemHandler, type Binder } from './http.ts';
import { agendaRoutes } from './agenda/routes.ts';
import { incomingRoutes } from './incoming/routes.ts';
import { intakeRoutes } from './intake/routes.ts';
import { lettersRoutes } from './letters/routes.ts';
import { notificationsRoutes } from './notifications/routes.ts';
import { openApiRoutes } from './openapi-routes.ts';
import { organisationRoutes } from './organisation/routes.ts';
import { filingRoutes } from './filing/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { registrationRoutes } from './registration/routes.ts';
import { reportsRoutes } from './reports/routes.ts';
import { securityHeaders } from './security-headers.ts';
import { signingRoutes } from './signing/routes.ts';
import { tasksRoutes } from './tasks/routes.ts';
import { verificationRoutes } from './verification/routes.ts';
import { serveBrotli } from './serve-brotli.ts';

export interface AppOptions {
  deps: Deps;
  health: Health;
  /** Built web client; left out where only the API is wanted. */
  webDir?: string;
}

/** The whole HTTP surface: API below /api, health, demonstration authority, and the web client. */
export function createApp({ deps, health, webDir }: AppOptions): { app: Express; binder: Binder } {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustedProxies);
  app.use((_request, response, next) => {
    response.locals['requestId'] = randomUUID();
    response.setHeader('X-Request-Id', String(response.locals['requestId']));
    next();
  });
  app.use(securityHeaders(deps.config));
  app.use(healthRoutes(health));
  if (deps.config.isDemo) app.use('/demo-authority', demoAuthorityRoutes(deps));

  const router = express.Router();
  const binder: Binder = { router, deps, authenticator, mounted: new Set() };
  router.use(jsonBody);
  accountsRoutes(binder);
  organisationRoutes(binder);
  lettersRoutes(binder);
  signingRoutes(binder);
  intakeRoutes(binder);
  registrationRoutes(binder);
  incomingRoutes(binder);
  agendaRoutes(binder);
  dispositionRoutes(binder);
  deliveryRoutes(binder);
  filingRoutes(binder);
  searchRoutes(binder);
  tasksRoutes(binder);
  notificationsRoutes(binder);
  auditRoutes(binder);
  reportsRoutes(binder);
  verificationRoutes(binder);
  router.use(openApiRoutes());
  router.use(() => {
    throw new AppError('not_found');
  });
  app.use('/api', router);
  if (webDir && existsSync(join(webDir, 'index.html'))) app.use(webClient(webDir));
  app.use(problemHandler(deps));
  return { app, binder };
}

function webClient(webDir: string): express.Router {
  const router = express.Router();
  const assets = join(webDir, 'assets');
  const options = { immutable: true, maxAge: '365d', index: false } as const;
  router.use('/assets', serveBrotli(assets, options), express.static(assets, { ...options, fallthrough: false }));
  // Names without a hash, the offline worker among them, are asked for again every time.
  const fresh = (response: express.Response) => response.setHeader('Cache-Control', 'no-cache');
  router.use(express.static(webDir, { index: false, cacheControl: false, setHeaders: fresh }));
  router.get('/{*path}', (request, response, next) => {
    if (!request.accepts('html')) {
      next(new AppError('not_found'));
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(webDir, 'index.html'));
  });
  return router;
}
