import { createHash } from 'node:crypto';
import type { LogRow } from '../../server/audit/verify-log.ts';
import type { CheckableRoot } from '../../server/audit/verify-roots.ts';

export interface Log {
  rows: LogRow[];
  roots: CheckableRoot[];
  copies: { seq: number; root: string; madeAt: string; signature: string }[];
  head: { seq: number; hash: Buffer } | undefined;
}

export type Random = () => number;

/** mulberry32: the same numbers for the same seed. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random: Random, end: number) => Math.floor(random() * end);
const anyRow = ({ rows }: Log, random: Random) => rows[below(random, rows.length)]!;

/** Another text of the same length: one character moved to its neighbour in the alphabet. */
function nudge(text: string, random: Random): string {
  const letters = [...text.matchAll(/[a-y0-8]/gu)];
  const { index } = letters[below(random, letters.length)]!;
  return `${text.slice(0, index)}${String.fromCharCode(text.charCodeAt(index) + 1)}${text.slice(index + 1)}`;
}

/** Computes every hash from a row on as the database would, and moves the head with them. */
function rechain(log: Log, from: number): void {
  let hash = log.rows[from - 1]?.hash;
  for (const [index, row] of log.rows.entries()) {
    if (index < from || !hash) continue;
    hash = createHash('sha256').update(hash).update(row.body, 'utf8').digest();
    row.seq = index + 1;
    row.hash = hash;
  }
  log.head = { seq: log.rows.length, hash: log.rows.at(-1)!.hash };
}

/** Rows that the newest signed root covers, except the first: what stands before it is the agency itself. */
const coveredRow = (log: Log, random: Random) => 1 + below(random, log.roots.at(-1)!.seq - 1);

/** One edit each, as somebody with all rights in the database could make it. */
export const EDITS: readonly (readonly [string, (log: Log, random: Random) => void])[] = [
  [
    'a changed character of a body',
    (log, random) => {
      const row = anyRow(log, random);
      row.body = nudge(row.body, random);
    },
  ],
  [
    'a body written otherwise with the same meaning',
    (log, random) => {
      const row = anyRow(log, random);
      row.body = row.body.replace('"detail":', '"detail": ');
    },
  ],
  [
    'a changed body with its own hash made to fit',
    (log, random) => {
      const index = coveredRow(log, random);
      const row = log.rows[index]!;
      row.body = nudge(row.body, random);
      row.hash = createHash('sha256')
        .update(log.rows[index - 1]!.hash)
        .update(row.body, 'utf8')
        .digest();
    },
  ],
  [
    'a rewritten end, hashes and head made to fit',
    (log, random) => {
      const index = coveredRow(log, random);
      const row = log.rows[index]!;
      row.body = row.body.replace('"nomor":', '"nom0r":');
      rechain(log, index);
    },
  ],
  [
    'an event taken out, hashes, numbers and head made to fit',
    (log, random) => {
      const index = coveredRow(log, random);
      log.rows.splice(index, 1);
      rechain(log, index);
    },
  ],
  [
    'an event put in, hashes, numbers and head made to fit',
    (log, random) => {
      const index = coveredRow(log, random);
      log.rows.splice(index, 0, { ...anyRow(log, random) });
      rechain(log, index);
    },
  ],
  [
    'a changed hash',
    (log, random) => {
      const row = anyRow(log, random);
      row.hash = Buffer.from(row.hash);
      const at = below(random, 32);
      row.hash[at] = row.hash[at]! ^ (1 << below(random, 8));
    },
  ],
  [
    'a changed time column',
    (log, random) => {
      const row = anyRow(log, random);
      row.at = row.at.replace(/(?:[.]\d+)?[+]00$/u, `.${String(1 + below(random, 999_998)).padStart(6, '0')}+00`);
      if (row.at.endsWith('0+00')) row.at = row.at.replace('0+00', '1+00');
    },
  ],
  [
    'a changed action column',
    (log, random) => {
      const row = anyRow(log, random);
      row.action = nudge(row.action, random);
    },
  ],
  [
    'a changed letter column',
    (log, random) => {
      const row = anyRow(log, random);
      row.letterId = row.letterId === null ? '01a20be8-91b2-74d5-8cb7-da419d14e4df' : null;
    },
  ],
  [
    'a changed number',
    (log, random) => {
      anyRow(log, random).seq += 1 + below(random, 200);
    },
  ],
  [
    'a deleted event',
    (log, random) => {
      log.rows.splice(below(random, log.rows.length), 1);
    },
  ],
  [
    'several deleted events',
    (log, random) => {
      log.rows.splice(below(random, log.rows.length), 2 + below(random, 20));
    },
  ],
  [
    'an event twice',
    (log, random) => {
      log.rows.push({ ...anyRow(log, random) });
    },
  ],
  [
    'an event behind the head',
    (log, random) => {
      log.rows.push({ ...anyRow(log, random), seq: log.rows.length + 1 });
    },
  ],
  [
    'two events exchanged',
    (log, random) => {
      const [one, other] = [below(random, log.rows.length - 1), log.rows.length - 1];
      const first = { ...log.rows[one]! };
      Object.assign(log.rows[one]!, log.rows[other]!, { seq: first.seq });
      Object.assign(log.rows[other]!, first, { seq: other + 1 });
    },
  ],
  [
    'an event in another partition',
    (log, random) => {
      anyRow(log, random).partition = 'event_2';
    },
  ],
  [
    'a head put back with the events after it deleted',
    (log, random) => {
      const keep = 1 + below(random, log.roots.at(-1)!.seq - 1);
      log.rows.length = keep;
      log.head = { seq: keep, hash: log.rows.at(-1)!.hash };
    },
  ],
  [
    'a head put back, and the roots with it',
    (log) => {
      const last = log.roots.at(-2)!;
      log.roots.pop();
      log.rows.length = last.seq;
      log.head = { seq: last.seq, hash: log.rows.at(-1)!.hash };
    },
  ],
  [
    'a head with another hash',
    (log, random) => {
      log.head = { seq: log.rows.length, hash: createHash('sha256').update(String(random())).digest() };
    },
  ],
  [
    'a missing head',
    (log) => {
      log.head = undefined;
    },
  ],
  [
    'a deleted root',
    (log, random) => {
      log.roots.splice(below(random, log.roots.length), 1);
    },
  ],
  [
    'a root over other events',
    (log, random) => {
      const index = below(random, log.roots.length);
      const changed = createHash('sha256').update(String(random())).digest('hex');
      log.roots[index] = { ...log.roots[index]!, root: changed };
    },
  ],
  [
    'a root at another time',
    (log, random) => {
      const index = below(random, log.roots.length);
      log.roots[index] = { ...log.roots[index]!, madeAt: new Date(Math.floor(random() * 2e12)).toISOString() };
    },
  ],
];
