import type { Authority } from './authority.ts';

export function loadAuthority(_dir: string): Promise<Authority> {
  return Promise.reject(new Error('Not built yet'));
}
