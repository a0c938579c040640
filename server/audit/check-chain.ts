import { command } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { chainStart, walkChain, type ChainPosition } from './chain.ts';
import type { checkChainEndpoint } from './contract.ts';
import { findAuditHead, listEventsAfter } from './queries.ts';
import { recordEvents } from './record-events.ts';

const PAGE = 5000;

type ChainCheck = OutputOf<typeof checkChainEndpoint>;

/** Recomputes the agency's whole chain; the check itself becomes the next event. */
export function checkChain(deps: Deps, actor: DeskActor): Promise<ChainCheck> {
  if (!actor.roles.some(({ role }) => role === 'auditor' || role === 'admin'))
    throw new AppError('forbidden', {
      detail: 'Pemeriksaan rantai audit hanya untuk auditor dan administrator. Minta peran itu kepada administrator.',
    });
  return command(deps, actor, async (tx) => {
    const found = await walkAgency(tx, actor.agencyId);
    const checked = { ...found, checkedAt: deps.now().toISOString() };
    const detail = { isIntact: found.isIntact, events: found.events, firstBrokenSeq: found.firstBrokenSeq };
    await recordEvents(tx, deps, actor, [{ action: 'audit.checked', detail }]);
    return checked;
  });
}

/**
 * Each statement sees what is committed when it runs, so the head is read after the rows: rows that others append
 * meanwhile are read in the next round, and a head ahead of the rows means that the end is missing.
 */
async function walkAgency(tx: Tx, agencyId: string): Promise<Omit<ChainCheck, 'checkedAt'>> {
  let end = chainStart(agencyId);
  for (;;) {
    const walked = await walkToEnd(tx, agencyId, end);
    const head = await findAuditHead(tx, agencyId);
    const firstBrokenSeq = walked.broken ?? compareWithHead(walked.end, head);
    if (firstBrokenSeq === null)
      return { isIntact: true, events: walked.end.seq, head: walked.end.hash, firstBrokenSeq };
    end = walked.end;
    const isBehind = walked.broken === null && firstBrokenSeq > end.seq;
    if (!isBehind || (await listEventsAfter(tx, agencyId, end.seq, 1)).length === 0)
      return { isIntact: false, events: head?.seq ?? 0, head: head?.hash ?? '', firstBrokenSeq };
  }
}

async function walkToEnd(tx: Tx, agencyId: string, from: ChainPosition): Promise<ReturnType<typeof walkChain>> {
  let end = from;
  for (;;) {
    const rows = await listEventsAfter(tx, agencyId, end.seq, PAGE);
    const walked = walkChain(end, rows);
    if (walked.broken !== null || rows.length < PAGE) return walked;
    end = walked.end;
  }
}

/** The first number that rows and head disagree about; null when they end in the same event. */
function compareWithHead(end: ChainPosition, head: ChainPosition | undefined): number | null {
  if (!head) return 1;
  if (head.seq !== end.seq) return Math.min(head.seq, end.seq) + 1;
  return head.hash === end.hash ? null : end.seq;
}
