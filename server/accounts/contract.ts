import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { ROLES } from '../organisation/roles.ts';

export const Appointment = z.object({
  id: z.uuid(),
  kind: z.enum(['definitif', 'plt', 'plh']),
  positionId: z.uuid(),
  /** What the desk switcher shows: "Plt. Kepala Dinas ..." or the plain title. */
  title: z.string(),
  shortTitle: z.string(),
  unitName: z.string(),
  validTo: z.iso.date().nullable(),
  /** False while a Plh. runs for the definitive holder. */
  canAct: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  /** Whether letters can reach this desk for initials, signature. */
  isReviewer: z.boolean(),
  isSignatory: z.boolean(),
});
export type Appointment = z.output<typeof Appointment>;

export const Session = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), nip: z.string(), initials: z.string(), sex: z.enum(['L', 'P']) }),
  agency: z.object({ name: z.string(), shortName: z.string(), timeZone: z.string(), isDemo: z.boolean() }),
  appointments: z.array(Appointment),
  now: z.iso.datetime(),
});
export type Session = z.output<typeof Session>;

export const logInEndpoint = endpoint({
  method: 'post',
  path: '/session',
  tag: 'akun',
  summary: 'Log in with NIP and password',
  access: 'public',
  right: 'anyone; throttled by account and address',
  body: z.object({
    nip: z
      .string()
      .transform((value) => value.replace(/\s/gu, ''))
      .pipe(z.string().regex(/^\d{18}$/u, 'NIP terdiri atas 18 angka')),
    password: z.string().min(1, 'Isi kata sandi').max(128),
  }),
  response: Session,
  status: 201,
  errors: ['wrong_credentials', 'throttled'],
});

export const getSessionEndpoint = endpoint({
  method: 'get',
  path: '/session',
  tag: 'akun',
  summary: 'Who is logged in, with the desks they may act from today',
  access: 'session',
  right: 'own session',
  response: Session,
  errors: [],
});

export const logOutEndpoint = endpoint({
  method: 'delete',
  path: '/session',
  tag: 'akun',
  summary: 'End this session',
  access: 'session',
  right: 'own session',
  response: z.object({ ended: z.int() }),
  errors: [],
});

export const logOutEverywhereEndpoint = endpoint({
  method: 'delete',
  path: '/sessions',
  tag: 'akun',
  summary: 'End every session of this account',
  access: 'session',
  right: 'own sessions',
  response: z.object({ ended: z.int() }),
  errors: [],
});
