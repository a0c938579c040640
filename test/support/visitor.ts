import type { Visitor } from '../../server/deps.ts';

/** Someone without session, from an address of their own. */
export function visitorFrom(ip: string): Visitor {
  return { requestId: 'uji', ip, userAgent: 'uji', setCookie: () => undefined };
}
