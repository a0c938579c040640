import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import { forgetReading } from './accounts/forget-device.ts';
import { sessionQuery } from './accounts/session.ts';
import { readAgendaSearch } from './agenda/agenda-search.ts';
import { chooseDesk, createQueryClient, isProblem } from './api/index.ts';
import { incomingTabs, settingsTabs, type IncomingTab, type SettingsTab } from './router-tabs.ts';
import { keepQueries, stopKeeping } from './offline/keep-queries.ts';
import { readClassificationSearch } from './klasifikasi/classification-search.ts';
import { readSearchState } from './search/search-state.ts';
import { readPeriodSearch } from './reports/period-search.ts';
import { RouteError, RouteMissing } from './shell/route-error.tsx';

interface RouterContext {
  queryClient: QueryClient;
  /** Fetches the code of a screen before it is known that it may be shown. */
  loadScreen: (routeId: string) => void;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: RouteMissing });

/**
 * The page to come back to after the log in: an address of this site only, and not Beranda, where one lands anyway. The
 * key is always set, because the router lays the result over the raw search.
 */
function readReturn(search: Record<string, unknown>): { kembali?: string | undefined } {
  const address = search['kembali'];
  const isOwn = typeof address === 'string' && /^\/(?![/\\])./u.test(address);
  return { kembali: isOwn ? address : undefined };
}

const logInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/masuk-akun',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => import('./accounts/log-in-screen.tsx'), 'LogInScreen'),
});

const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/v/$kode',
  component: lazyRouteComponent(() => import('./verification/verify-screen.tsx'), 'VerifyScreen'),
});

const checkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/periksa',
  component: lazyRouteComponent(() => import('./verification/check-screen.tsx'), 'CheckScreen'),
});

const trackStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lacak',
  component: lazyRouteComponent(() => import('./lacak/track-screen.tsx'), 'TrackStartScreen'),
});

const trackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lacak/$kode',
  component: lazyRouteComponent(() => import('./lacak/track-screen.tsx'), 'TrackScreen'),
});

/** Everything behind the log in; without a session the address is kept for afterwards. */
const deskRoute = createRoute({
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
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
  errorComponent: RouteError,
});

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home-screen.tsx'), 'HomeScreen'),
});

const inboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/masuk',
  component: lazyRouteComponent(() => import('./incoming/inbox-screen.tsx'), 'InboxScreen'),
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
  component: lazyRouteComponent(() => import('./disposisi/dispositions-screen.tsx'), 'DispositionsScreen'),
});

const watchedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/disposisi/dipantau',
  component: lazyRouteComponent(() => import('./disposisi/dispositions-screen.tsx'), 'WatchedScreen'),
});

const dispositionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/disposisi/$itemId',
  component: lazyRouteComponent(() => import('./disposisi/disposition-screen.tsx'), 'DispositionScreen'),
});

const dispositionSettingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/pengaturan/disposisi',
  validateSearch: (search: Record<string, unknown>): { tab?: SettingsTab | undefined } => ({
    tab: settingsTabs.find((one) => one === search['tab']),
  }),
  component: lazyRouteComponent(
    () => import('./pengaturan/disposition-settings-screen.tsx'),
    'DispositionSettingsScreen',
  ),
});

const classificationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/pengaturan/klasifikasi',
  validateSearch: readClassificationSearch,
  component: lazyRouteComponent(() => import('./klasifikasi/classification-screen.tsx'), 'ClassificationScreen'),
});

const classificationImportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/pengaturan/klasifikasi/impor',
  component: lazyRouteComponent(() => import('./klasifikasi/import-screen.tsx'), 'ImportScreen'),
});

const auditRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/pengaturan/audit',
  component: lazyRouteComponent(() => import('./pengaturan/audit-screen.tsx'), 'AuditScreen'),
});

const reviewsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paraf',
  component: lazyRouteComponent(() => import('./letters/reviews-screen.tsx'), 'ReviewsScreen'),
});

const reviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paraf/$id',
  component: lazyRouteComponent(() => import('./letters/review-screen.tsx'), 'ReviewScreen'),
});

const signaturesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/ttd',
  component: lazyRouteComponent(() => import('./signing/signatures-screen.tsx'), 'SignaturesScreen'),
});

const signRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/ttd/$id',
  component: lazyRouteComponent(() => import('./signing/sign-screen.tsx'), 'SignScreen'),
});

const draftsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/konsep',
  component: lazyRouteComponent(() => import('./konsep/drafts-screen.tsx'), 'DraftsScreen'),
});

const newDraftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/konsep/baru',
  component: lazyRouteComponent(() => import('./konsep/new-draft-screen.tsx'), 'NewDraftScreen'),
});

const draftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/konsep/$id',
  component: lazyRouteComponent(() => import('./konsep/draft-screen.tsx'), 'DraftScreen'),
});

export const letterTabs = ['isi', 'data', 'lampiran', 'perjalanan', 'audit'] as const;
export type LetterTab = (typeof letterTabs)[number];

const letterRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/surat/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: LetterTab | undefined } => ({
    tab: letterTabs.find((one) => one === search['tab']),
  }),
  component: lazyRouteComponent(() => import('./letters/letter-screen.tsx'), 'LetterScreen'),
});

const searchRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/arsip',
  validateSearch: readSearchState,
  component: lazyRouteComponent(() => import('./search/search-screen.tsx'), 'SearchScreen'),
});

const disposalsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/penyusutan',
  component: lazyRouteComponent(() => import('./penyusutan/disposals-screen.tsx'), 'DisposalsScreen'),
});

const disposalRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/penyusutan/$id',
  component: lazyRouteComponent(() => import('./penyusutan/disposal-screen.tsx'), 'DisposalScreen'),
});

const savingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/laporan',
  validateSearch: readPeriodSearch,
  component: lazyRouteComponent(() => import('./reports/savings-screen.tsx'), 'SavingsScreen'),
});

const mailboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/kotak-surel',
  component: lazyRouteComponent(() => import('./delivery/mailbox-screen.tsx'), 'MailboxScreen'),
});

const incomingBookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk',
  validateSearch: readAgendaSearch,
  component: lazyRouteComponent(() => import('./agenda/book-screen.tsx'), 'IncomingBookScreen'),
});

const outgoingBookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/keluar',
  validateSearch: readAgendaSearch,
  component: lazyRouteComponent(() => import('./agenda/book-screen.tsx'), 'OutgoingBookScreen'),
});

const queueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/antrean',
  component: lazyRouteComponent(() => import('./registrasi/queue-screen.tsx'), 'QueueScreen'),
});

const paperRegistrationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/baru',
  component: lazyRouteComponent(() => import('./registrasi/registration-screen.tsx'), 'PaperRegistrationScreen'),
});

const registrationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/registrasi/$intakeId',
  component: lazyRouteComponent(() => import('./registrasi/registration-screen.tsx'), 'RegistrationScreen'),
});

const registryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/$id',
  component: lazyRouteComponent(() => import('./agenda/registry-screen.tsx'), 'RegistryScreen'),
});

const correctionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/$id/koreksi',
  component: lazyRouteComponent(() => import('./agenda/correction-screen.tsx'), 'CorrectionScreen'),
});

const filesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas',
  component: lazyRouteComponent(() => import('./berkas/files-screen.tsx'), 'FilesScreen'),
});

const fileRoute = createRoute({
  getParentRoute: () => filesRoute,
  path: '$id',
});

const unfiledRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/antrean',
  component: lazyRouteComponent(() => import('./berkas/unfiled-screen.tsx'), 'UnfiledScreen'),
});

const loansRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/peminjaman',
  component: lazyRouteComponent(() => import('./berkas/loans-screen.tsx'), 'LoansScreen'),
});

const boxesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/kotak',
  component: lazyRouteComponent(() => import('./berkas/boxes-screen.tsx'), 'BoxesScreen'),
});

const boxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/kotak/$boxId',
  component: lazyRouteComponent(() => import('./berkas/box-screen.tsx'), 'BoxScreen'),
});

const newDocumentRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/dokumen/baru',
  component: lazyRouteComponent(() => import('./berkas/document-form-screen.tsx'), 'NewDocumentScreen'),
});

const documentRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/dokumen/$documentId',
  component: lazyRouteComponent(() => import('./berkas/document-screen.tsx'), 'DocumentScreen'),
});

const documentCorrectionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/dokumen/$documentId/koreksi',
  component: lazyRouteComponent(() => import('./berkas/document-form-screen.tsx'), 'DocumentCorrectionScreen'),
});

const fileStoryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/$id/kisah',
  component: lazyRouteComponent(() => import('./berkas/story-screen.tsx'), 'StoryScreen'),
});

const exportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/arsip/ekspor',
  component: lazyRouteComponent(() => import('./pertukaran/export-screen.tsx'), 'ExportScreen'),
});

const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/arsip/impor',
  component: lazyRouteComponent(() => import('./pertukaran/import-screen.tsx'), 'ImportScreen'),
});

const routeTree = rootRoute.addChildren([
  logInRoute,
  verifyRoute,
  checkRoute,
  trackStartRoute,
  trackRoute,
  deskRoute.addChildren([
    homeRoute,
    inboxRoute.addChildren([inboxLetterRoute]),
    dispositionsRoute,
    watchedRoute,
    dispositionRoute,
    dispositionSettingsRoute,
    classificationRoute,
    classificationImportRoute,
    auditRoute,
    reviewsRoute,
    reviewRoute,
    signaturesRoute,
    signRoute,
    draftsRoute,
    newDraftRoute,
    draftRoute,
    letterRoute,
    searchRoute,
    disposalsRoute,
    disposalRoute,
    exportRoute,
    importRoute,
    savingsRoute,
    mailboxRoute,
    incomingBookRoute,
    outgoingBookRoute,
    queueRoute,
    paperRegistrationRoute,
    registrationRoute,
    registryRoute,
    correctionRoute,
    filesRoute.addChildren([fileRoute]),
    unfiledRoute,
    loansRoute,
    boxesRoute,
    boxRoute,
    newDocumentRoute,
    documentRoute,
    documentCorrectionRoute,
    fileStoryRoute,
  ]),
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
