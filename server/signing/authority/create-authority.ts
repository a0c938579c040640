import type { Authority } from './authority.ts';

/** `dir` must be absent or empty. Certificates are valid from two years before `now`. */
export function createAuthority(
  _dir: string,
  _options: { readonly now: Date; readonly baseUrl: string },
): Promise<Authority> {
  return Promise.reject(new Error('Not built yet'));
}
