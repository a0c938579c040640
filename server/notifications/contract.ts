import { z } from 'zod';
import { endpoint } from '../contract.ts';

export const Notification = z.object({
  id: z.uuid(),
  kind: z.string(),
  letterId: z.uuid().nullable(),
  incomingId: z.uuid().nullable(),
  path: z.string(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Notification = z.output<typeof Notification>;

export const listNotificationsEndpoint = endpoint({
  method: 'get',
  path: '/notifications',
  tag: 'notifikasi',
  summary: 'Newest notices of this desk',
  access: 'desk',
  right: 'own desk',
  response: z.object({ items: z.array(Notification), unread: z.int() }),
  errors: [],
});

export const readNotificationsEndpoint = endpoint({
  method: 'post',
  path: '/notifications/read',
  tag: 'notifikasi',
  summary: 'Mark all notices of this desk as read',
  access: 'desk',
  right: 'own desk',
  response: z.object({ read: z.int() }),
  errors: [],
});

/** Server-sent events carry only hints; the client asks again where rights are checked. */
export const Hint = z.object({ id: z.int(), kind: z.string(), entityId: z.uuid() });

export const streamEventsEndpoint = endpoint({
  method: 'get',
  path: '/events',
  tag: 'notifikasi',
  summary: 'Hints for this desk as server-sent events; Last-Event-ID resumes',
  access: 'desk',
  right: 'own desk; session and appointment are checked again while it runs',
  response: z.unknown(),
  reply: 'stream',
  errors: ['throttled'],
});
