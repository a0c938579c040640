import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../accounts/session.ts';
import { isProblem } from '../api/index.ts';
import { keepQueries } from '../offline/keep-queries.ts';
import { RouteError } from '../shell/route-error.tsx';
import { readReturn, rootRoute } from './root-route.ts';

/** Everything behind the log in; without a session the address is kept for afterwards. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'meja',
  beforeLoad: async ({ context, location, matches }) => {
    for (const { routeId } of matches) context.loadScreen(routeId);
    try {
      const { person } = await context.queryClient.query({ ...sessionQuery, staleTime: 'static' });
      await keepQueries(context.queryClient, person.id);
    } catch (error) {
      if (!isProblem(error, 'unauthenticated')) throw error;
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes a redirect as a thrown value
      throw redirect({ to: '/masuk-akun', search: readReturn({ kembali: location.href }) });
    }
  },
  component: lazyRouteComponent(() => import('../shell/shell.tsx'), 'Shell'),
  errorComponent: RouteError,
});
