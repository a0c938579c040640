import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { RouteMissing } from '../shell/route-error.tsx';

interface RouterContext {
  queryClient: QueryClient;
  /** Fetches the code of a screen before it is known that it may be shown. */
  loadScreen: (routeId: string) => void;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: RouteMissing,
});

/**
 * The page to come back to after the log in: an address of this site only, and not Beranda, where one lands anyway. The
 * key is always set, because the router lays the result over the raw search.
 */
export function readReturn(search: Record<string, unknown>): { kembali?: string | undefined } {
  const address = search['kembali'];
  const isOwn = typeof address === 'string' && /^\/(?![/\\])./u.test(address);
  return { kembali: isOwn ? address : undefined };
}
