import { command, read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { chainStart, walkChain, type ChainPosition } from './chain.ts';
import type { checkChainEndpoint } from './contract.ts';
import { demandAuditor } from './demand-auditor.ts';
import { findAuditHead, findSeqBeyondHead, listEventsAfter } from './queries.ts';
import { recordEvents } from './record-events.ts';

const PAGE = 5000;

type ChainCheck = OutputOf<typeof checkChainEndpoint>;

/** Recomputes the agency's whole chain; the check itself becomes the next event. */
export async function checkChain(deps: Deps, actor: DeskActor): Promise<ChainCheck> {
  demandAuditor(actor);
  const found = await read(deps, actor, (tx) => walkAgency(tx, actor.agencyId));
  const checked = { ...found, checkedAt: deps.now().toISOString() };
  try {
    return await command(deps, actor, async (tx) => {
      await recordEvents(tx, deps, actor, [{ action: 'audit.checked', detail: { ...found } }]);
      return checked;
    });
  } catch (error) {
    if (found.isIntact) throw error;
    // Rows behind the head stop every new event: the answer must reach the auditor all the same.
    deps.log.error({ err: error, ...found }, 'the audit chain is broken and takes no more events');
    return checked;
  }
}

/** Walks from the start to the head as it stands now; what others append meanwhile is no part of this check. */
async function walkAgency(tx: Tx, agencyId: string): Promise<Omit<ChainCheck, 'checkedAt'>> {
  const head = await findAuditHead(tx, agencyId);
  if (!head) return { isIntact: false, events: 0, head: '', firstBrokenSeq: 1 };
  const walked = await walkUpTo(tx, agencyId, head.seq);
  const firstBrokenSeq =
    walked.broken ?? differsFromHead(walked.end, head) ?? (await findSeqBeyondHead(tx, agencyId)) ?? null;
  return { isIntact: firstBrokenSeq === null, events: head.seq, head: head.hash, firstBrokenSeq };
}

async function walkUpTo(tx: Tx, agencyId: string, lastSeq: number): Promise<ReturnType<typeof walkChain>> {
  let end = chainStart(agencyId);
  for (;;) {
    const rows = (await listEventsAfter(tx, agencyId, end.seq, PAGE)).filter(({ seq }) => seq <= lastSeq);
    const walked = walkChain(end, rows);
    if (walked.broken !== null || rows.length === 0) return walked;
    end = walked.end;
  }
}

/** The first number that rows and head disagree about: the end is missing, or the last event is not the head's. */
function differsFromHead(end: ChainPosition, head: ChainPosition): number | null {
  if (end.seq < head.seq) return end.seq + 1;
  return head.hash === end.hash ? null : end.seq;
}
