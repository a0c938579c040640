import { bind, bindStream, type Binder } from '../http.ts';
import { listNotificationsEndpoint, readNotificationsEndpoint, streamEventsEndpoint } from './contract.ts';
import { listNotifications } from './list-notifications.ts';
import { openHintFeed } from './open-hint-feed.ts';
import { readNotifications } from './read-notifications.ts';
import { streamEvents } from './stream-events.ts';

export function notificationsRoutes(binder: Binder): void {
  bind(binder, listNotificationsEndpoint, listNotifications);
  bind(binder, readNotificationsEndpoint, readNotifications);
  bindStream(binder, streamEventsEndpoint, streamEvents(openHintFeed(binder.deps)));
}
