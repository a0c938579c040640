import { createRouter, type AnyRoute } from '@tanstack/react-router';
import { forgetReading } from './accounts/forget-device.ts';
import { chooseDesk, createQueryClient } from './api/index.ts';
import { stopKeeping } from './offline/keep-queries.ts';
import { archiveRoutes } from './routes/archive-routes.ts';
import { bookRoutes } from './routes/book-routes.ts';
import { deskRoute } from './routes/desk-route.ts';
import { letterRoutes } from './routes/letter-routes.ts';
import { publicRoutes } from './routes/public-routes.ts';
import { readReturn, rootRoute } from './routes/root-route.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { RouteError } from './shell/route-error.tsx';

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  deskRoute.addChildren([...letterRoutes, ...bookRoutes, ...archiveRoutes, ...settingsRoutes]),
]);

export function createLontar() {
  const queryClient = createQueryClient(() => {
    const at = router.state.location;
    if (at.pathname === '/masuk-akun') return;
    chooseDesk(undefined);
    stopKeeping();
    void forgetReading();
    queryClient.clear();
    void router.navigate({ to: '/masuk-akun', search: readReturn({ kembali: at.href }) });
  });
  const loadScreen = (routeId: string) => {
    const route = (router.routesById as Record<string, AnyRoute | undefined>)[routeId];
    // A screen that cannot be fetched fails, and says so, when the router asks for it itself.
    if (route !== undefined) void Promise.resolve(router.loadRouteChunk(route)).catch(() => undefined);
  };
  const router = createRouter({
    routeTree,
    context: { queryClient, loadScreen },
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultErrorComponent: RouteError,
    scrollRestoration: true,
  });
  return { router, queryClient };
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createLontar>['router'];
  }
}
