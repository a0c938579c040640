import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readSearchState } from '../search/search-state.ts';
import { deskRoute } from './desk-route.ts';

const searchRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/arsip',
  validateSearch: readSearchState,
  component: lazyRouteComponent(() => import('../search/search-screen.tsx'), 'SearchScreen'),
});

const filesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas',
  component: lazyRouteComponent(() => import('../berkas/files-screen.tsx'), 'FilesScreen'),
});

const fileRoute = createRoute({
  getParentRoute: () => filesRoute,
  path: '$id',
});

const unfiledRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/antrean',
  component: lazyRouteComponent(() => import('../berkas/unfiled-screen.tsx'), 'UnfiledScreen'),
});

const loansRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/peminjaman',
  component: lazyRouteComponent(() => import('../berkas/loans-screen.tsx'), 'LoansScreen'),
});

const boxesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/kotak',
  component: lazyRouteComponent(() => import('../berkas/boxes-screen.tsx'), 'BoxesScreen'),
});

const boxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/kotak/$boxId',
  component: lazyRouteComponent(() => import('../berkas/box-screen.tsx'), 'BoxScreen'),
});

const newDocumentRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/dokumen/baru',
  component: lazyRouteComponent(() => import('../berkas/document-form-screen.tsx'), 'NewDocumentScreen'),
});

const documentRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/dokumen/$documentId',
  component: lazyRouteComponent(() => import('../berkas/document-screen.tsx'), 'DocumentScreen'),
});

const documentCorrectionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/dokumen/$documentId/koreksi',
  component: lazyRouteComponent(() => import('../berkas/document-form-screen.tsx'), 'DocumentCorrectionScreen'),
});

const fileStoryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berkas/$id/kisah',
  component: lazyRouteComponent(() => import('../berkas/story-screen.tsx'), 'StoryScreen'),
});

const disposalsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/penyusutan',
  component: lazyRouteComponent(() => import('../penyusutan/disposals-screen.tsx'), 'DisposalsScreen'),
});

const disposalRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/penyusutan/$id',
  component: lazyRouteComponent(() => import('../penyusutan/disposal-screen.tsx'), 'DisposalScreen'),
});

const exportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/arsip/ekspor',
  component: lazyRouteComponent(() => import('../pertukaran/export-screen.tsx'), 'ExportScreen'),
});

const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/arsip/impor',
  component: lazyRouteComponent(() => import('../pertukaran/import-screen.tsx'), 'ImportScreen'),
});

export const archiveRoutes = [
  searchRoute,
  filesRoute.addChildren([fileRoute]),
  unfiledRoute,
  loansRoute,
  boxesRoute,
  boxRoute,
  newDocumentRoute,
  documentRoute,
  documentCorrectionRoute,
  fileStoryRoute,
  disposalsRoute,
  disposalRoute,
  exportRoute,
  importRoute,
] as const;
