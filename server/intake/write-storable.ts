/** A pair of backslashes is one that was typed: what follows it is no escape. Halves of pairs are always written as escapes. */
const ESCAPES = /\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/gu;

/** JSON that Postgres stores as `jsonb`: without NUL, and without halves of surrogate pairs. */
export function writeStorable(value: unknown): string {
  return JSON.stringify(value).replaceAll(ESCAPES, (found) => (found === '\\\\' ? found : ''));
}
