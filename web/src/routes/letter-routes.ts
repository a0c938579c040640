import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readPeriodSearch } from '../reports/period-search.ts';
import { deskRoute } from './desk-route.ts';
import { incomingTabs, type IncomingTab, letterTabs, type LetterTab } from './tabs.ts';

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home-screen.tsx'), 'HomeScreen'),
});

const inboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/masuk',
  component: lazyRouteComponent(() => import('../incoming/inbox-screen.tsx'), 'InboxScreen'),
});

const inboxLetterRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$id',
  validateSearch: (search: Record<string, unknown>): { tab?: IncomingTab | undefined } => ({
    tab: incomingTabs.find((one) => one === search['tab']),
  }),
});

const dispositionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/disposisi',
  component: lazyRouteComponent(() => import('../disposisi/dispositions-screen.tsx'), 'DispositionsScreen'),
});

const watchedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/disposisi/dipantau',
  component: lazyRouteComponent(() => import('../disposisi/dispositions-screen.tsx'), 'WatchedScreen'),
});

const dispositionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/disposisi/$itemId',
  component: lazyRouteComponent(() => import('../disposisi/disposition-screen.tsx'), 'DispositionScreen'),
});

const reviewsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paraf',
  component: lazyRouteComponent(() => import('../letters/reviews-screen.tsx'), 'ReviewsScreen'),
});

const reviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paraf/$id',
  component: lazyRouteComponent(() => import('../letters/review-screen.tsx'), 'ReviewScreen'),
});

const signaturesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/ttd',
  component: lazyRouteComponent(() => import('../signing/signatures-screen.tsx'), 'SignaturesScreen'),
});

const signRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/ttd/$id',
  component: lazyRouteComponent(() => import('../signing/sign-screen.tsx'), 'SignScreen'),
});

const draftsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/konsep',
  component: lazyRouteComponent(() => import('../konsep/drafts-screen.tsx'), 'DraftsScreen'),
});

const newDraftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/konsep/baru',
  component: lazyRouteComponent(() => import('../konsep/new-draft-screen.tsx'), 'NewDraftScreen'),
});

const draftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/konsep/$id',
  component: lazyRouteComponent(() => import('../konsep/draft-screen.tsx'), 'DraftScreen'),
});

const letterRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/surat/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: LetterTab | undefined } => ({
    tab: letterTabs.find((one) => one === search['tab']),
  }),
  component: lazyRouteComponent(() => import('../letters/letter-screen.tsx'), 'LetterScreen'),
});

const savingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/laporan',
  validateSearch: readPeriodSearch,
  component: lazyRouteComponent(() => import('../reports/savings-screen.tsx'), 'SavingsScreen'),
});

export const letterRoutes = [
  homeRoute,
  inboxRoute.addChildren([inboxLetterRoute]),
  dispositionsRoute,
  watchedRoute,
  dispositionRoute,
  reviewsRoute,
  reviewRoute,
  signaturesRoute,
  signRoute,
  draftsRoute,
  newDraftRoute,
  draftRoute,
  letterRoute,
  savingsRoute,
] as const;
