import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readReturn, rootRoute } from './root-route.ts';

const logInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/masuk-akun',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => import('../accounts/log-in-screen.tsx'), 'LogInScreen'),
});

const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/v/$kode',
  component: lazyRouteComponent(() => import('../verification/verify-screen.tsx'), 'VerifyScreen'),
});

const checkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/periksa',
  component: lazyRouteComponent(() => import('../verification/check-screen.tsx'), 'CheckScreen'),
});

const trackStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lacak',
  component: lazyRouteComponent(() => import('../lacak/track-screen.tsx'), 'TrackStartScreen'),
});

const trackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lacak/$kode',
  component: lazyRouteComponent(() => import('../lacak/track-screen.tsx'), 'TrackScreen'),
});

export const publicRoutes = [logInRoute, verifyRoute, checkRoute, trackStartRoute, trackRoute] as const;
