import type { Deps } from '../deps.ts';
import { walkChain, type ChainPosition, chainStart } from './chain.ts';
import { leafHash, type GrowingTree } from './merkle.ts';
import { openTree, STORED_LEVEL } from './open-tree.ts';
import { findAuditHead, findEventHash, listEventsAfter } from './queries.ts';
import { loadRootKey } from './root-key.ts';
import { findLastRoot, insertNodes, insertRoot, type RootRow } from './root-queries.ts';
import { signRoot } from './root-statement.ts';
import type { Tx } from '../db.ts';

const PAGE = 5000;
/** One root covers at most so many new events; a long log is caught up in several. */
const MOST_EVENTS = 50_000;

export interface MadeRoot {
  /** The number of events it covers. */
  seq: number;
  isCaughtUp: boolean;
}

/**
 * Signs a root over the agency's log as it stands now, or over the next part of it; reads only what is new since the
 * last one. Undefined when nothing is new. Callers see to it that one of them works at a time.
 * @throws BrokenChain when the new events do not follow from the old: such a log is not signed
 */
export function makeRoot(deps: Deps, agencyId: string): Promise<MadeRoot | undefined> {
  return deps.db.transaction({ agencyId }, async (tx) => {
    const [head, last] = [await findAuditHead(tx, agencyId), await findLastRoot(tx, agencyId)];
    const from = last?.seq ?? 0;
    if (!head || head.seq <= from) return undefined;
    const to = Math.min(head.seq, from + MOST_EVENTS);
    const tree = await openTree(tx, agencyId, from);
    await growTo(tx, agencyId, tree, to);
    await insertRoot(tx, signed(deps, { agencyId, seq: to, tree, last }));
    return { seq: to, isCaughtUp: to === head.seq };
  });
}

export class BrokenChain extends Error {
  readonly seq: number;
  constructor(seq: number) {
    super(`the audit chain is broken at event ${seq}`);
    this.seq = seq;
  }
}

async function growTo(tx: Tx, agencyId: string, tree: GrowingTree, to: number): Promise<void> {
  let end = await positionAt(tx, agencyId, tree.size);
  while (end.seq < to) {
    const rows = await listEventsAfter(tx, agencyId, end.seq, Math.min(PAGE, to - end.seq));
    const walked = walkChain(end, rows);
    if (walked.broken !== null || rows.length === 0) throw new BrokenChain(walked.broken ?? end.seq + 1);
    const whole = rows.flatMap(({ hash }) => tree.push(leafHash(Buffer.from(hash, 'hex'))));
    await insertNodes(
      tx,
      agencyId,
      whole.filter(({ level }) => level >= STORED_LEVEL),
    );
    end = walked.end;
  }
}

async function positionAt(tx: Tx, agencyId: string, seq: number): Promise<ChainPosition> {
  if (seq === 0) return chainStart(agencyId);
  const hash = await findEventHash(tx, agencyId, seq);
  if (hash === undefined) throw new BrokenChain(seq);
  return { seq, hash };
}

function signed(
  deps: Deps,
  made: { agencyId: string; seq: number; tree: GrowingTree; last: RootRow | undefined },
): Omit<RootRow, 'timestampedAt'> {
  const { agencyId, seq, tree, last } = made;
  const key = loadRootKey(deps.config, agencyId);
  const facts = {
    agencyId,
    seq,
    root: tree.root().toString('hex'),
    previousSeq: last?.seq ?? 0,
    previousRoot: last?.root ?? '',
    madeAt: deps.now().toISOString(),
  };
  return { ...facts, publicKey: key.publicKey, signature: signRoot(key, facts) };
}
