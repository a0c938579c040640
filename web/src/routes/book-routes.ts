import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAgendaSearch } from '../agenda/agenda-search.ts';
import { deskRoute } from './desk-route.ts';

const mailboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/kotak-surel',
  component: lazyRouteComponent(() => import('../delivery/mailbox-screen.tsx'), 'MailboxScreen'),
});

const incomingBookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk',
  validateSearch: readAgendaSearch,
  component: lazyRouteComponent(() => import('../agenda/book-screen.tsx'), 'IncomingBookScreen'),
});

const outgoingBookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/keluar',
  validateSearch: readAgendaSearch,
  component: lazyRouteComponent(() => import('../agenda/book-screen.tsx'), 'OutgoingBookScreen'),
});

const queueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/antrean',
  component: lazyRouteComponent(() => import('../registrasi/queue-screen.tsx'), 'QueueScreen'),
});

const paperRegistrationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/baru',
  component: lazyRouteComponent(() => import('../registrasi/registration-screen.tsx'), 'PaperRegistrationScreen'),
});

const registrationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/registrasi/$intakeId',
  component: lazyRouteComponent(() => import('../registrasi/registration-screen.tsx'), 'RegistrationScreen'),
});

const registryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/$id',
  component: lazyRouteComponent(() => import('../agenda/registry-screen.tsx'), 'RegistryScreen'),
});

const correctionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agenda/masuk/$id/koreksi',
  component: lazyRouteComponent(() => import('../agenda/correction-screen.tsx'), 'CorrectionScreen'),
});

export const bookRoutes = [
  mailboxRoute,
  incomingBookRoute,
  outgoingBookRoute,
  queueRoute,
  paperRegistrationRoute,
  registrationRoute,
  registryRoute,
  correctionRoute,
] as const;
