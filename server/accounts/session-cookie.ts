import type { Request } from 'express';
import type { Config } from '../config.ts';

export const IDLE_LIMIT_MS = 8 * 3_600_000;
export const ABSOLUTE_LIMIT_MS = 24 * 3_600_000;

/** The plain name exists for http on loopback only: browsers refuse `__Host-` without https. */
export function sessionCookieName(config: Config): string {
  return config.publicUrl.startsWith('https://') ? '__Host-lontar' : 'lontar';
}

export function readSessionCookie(request: Request, config: Config): string | undefined {
  const wanted = `${sessionCookieName(config)}=`;
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const trimmed = part.trim();
    if (trimmed.startsWith(wanted)) return trimmed.slice(wanted.length);
  }
  return undefined;
}

/** Set-Cookie value; an empty id clears it. */
export function sessionCookie(config: Config, sessionId: string): string {
  const parts = [`${sessionCookieName(config)}=${sessionId}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (config.publicUrl.startsWith('https://')) parts.push('Secure');
  parts.push(sessionId === '' ? 'Max-Age=0' : `Max-Age=${ABSOLUTE_LIMIT_MS / 1000}`);
  return parts.join('; ');
}
