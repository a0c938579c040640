import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readClassificationSearch } from '../klasifikasi/classification-search.ts';
import { deskRoute } from './desk-route.ts';
import { settingsTabs, type SettingsTab } from './tabs.ts';

const dispositionSettingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/pengaturan/disposisi',
  validateSearch: (search: Record<string, unknown>): { tab?: SettingsTab | undefined } => ({
    tab: settingsTabs.find((one) => one === search['tab']),
  }),
  component: lazyRouteComponent(
    () => import('../pengaturan/disposition-settings-screen.tsx'),
    'DispositionSettingsScreen',
  ),
});

const classificationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/pengaturan/klasifikasi',
  validateSearch: readClassificationSearch,
  component: lazyRouteComponent(() => import('../klasifikasi/classification-screen.tsx'), 'ClassificationScreen'),
});

const classificationImportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/pengaturan/klasifikasi/impor',
  component: lazyRouteComponent(() => import('../klasifikasi/import-screen.tsx'), 'ImportScreen'),
});

const auditRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/pengaturan/audit',
  component: lazyRouteComponent(() => import('../pengaturan/audit-screen.tsx'), 'AuditScreen'),
});

export const settingsRoutes = [
  dispositionSettingsRoute,
  classificationRoute,
  classificationImportRoute,
  auditRoute,
] as const;
