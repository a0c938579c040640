import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, Visitor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { ThrottleRule } from '../throttle.ts';
import type { trackIncomingEndpoint } from './contract.ts';
import { readTrackingCode } from './read-tracking-code.ts';
import { findTracked, findTracking, type TrackedRow } from './tracking-queries.ts';

type Tracked = OutputOf<typeof trackIncomingEndpoint>;
type State = Tracked['state'];

const PER_ADDRESS: ThrottleRule = { name: 'track-address', points: 120, perSeconds: 60 };
const MISSES_PER_ADDRESS: ThrottleRule = { name: 'track-miss', points: 20, perSeconds: 600 };

const STATES: Record<TrackedRow['status'], State> = {
  registered: 'received',
  directed: 'with_official',
  in_progress: 'in_progress',
  done: 'done',
  filed: 'done',
  cancelled: 'cancelled',
};

/** Where a letter is, for whoever holds the code of its receipt: states and times, no content and no names. */
export async function trackIncoming(
  deps: Deps,
  visitor: Visitor,
  input: InputOf<typeof trackIncomingEndpoint>,
): Promise<Tracked> {
  await deps.throttle.check(MISSES_PER_ADDRESS, visitor.ip);
  await deps.throttle.take(PER_ADDRESS, visitor.ip);
  const code = readTrackingCode(input.code);
  const found = code === null ? undefined : await find(deps, code);
  if (code !== null && found) return describe(code, found);
  await deps.throttle.take(MISSES_PER_ADDRESS, visitor.ip);
  throw new AppError('not_found', { detail: 'Kode tidak ditemukan. Periksa kembali kode pada bukti penerimaan.' });
}

async function find(deps: Deps, code: string): Promise<TrackedRow | undefined> {
  const tracking = await deps.db.transaction({ agencyId: null }, (tx) => findTracking(tx, code));
  return tracking && deps.db.transaction(tracking, (tx) => findTracked(tx, tracking));
}

function describe(code: string, row: TrackedRow): Tracked {
  const { agencyName, unitName, receivedAt } = row;
  const state = STATES[row.status];
  const times: [State, string | null][] = [
    ['received', receivedAt],
    ['with_official', row.directedAt],
    ['in_progress', row.disposedAt],
    ['done', state === 'done' ? row.doneAt : null],
    ['cancelled', row.cancelledAt],
  ];
  const steps = times.flatMap(([step, at]) => (at === null ? [] : [{ state: step, at }]));
  return { code, agencyName, unitName, state, receivedAt, steps };
}
