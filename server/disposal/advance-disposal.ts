import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { today } from '../organisation/directory.ts';
import { hintParties } from './disposal-command.ts';
import { settleFiles } from './file-queries.ts';
import { listPapers, type PaperRow } from './paper-queries.ts';
import { listParties } from './party-queries.ts';
import { preparePaper } from './prepare-paper.ts';
import { type DisposalRow, findDisposalLocked, setState } from './queries.ts';
import { type DisposalAction, type DisposalKind, nextDisposalState, type PaperKind } from './states.ts';

/** What a paper that carries all its signatures makes happen. */
const MOVES: Partial<Record<PaperKind, DisposalAction>> = {
  approval: 'settle_approval',
  decree: 'decree',
  authenticity: 'authenticate',
  transfer_minutes: 'finish',
  destruction_minutes: 'finish',
  handover_minutes: 'finish',
};

const EVENTS: Partial<Record<DisposalAction, string>> = {
  settle_approval: 'disposal.approval_settled',
  decree: 'disposal.decreed',
  authenticate: 'disposal.authenticated',
  finish: 'disposal.finished',
};

/** The paper that the new state asks for. */
function paperAfter(kind: DisposalKind, action: DisposalAction): PaperKind | undefined {
  if (action === 'settle_approval') return 'decree';
  if (kind === 'handover' && action === 'decree') return 'authenticity';
  return kind === 'handover' && action === 'authenticate' ? 'handover_minutes' : undefined;
}

interface Advance {
  key: { agencyId: string; disposalId: string };
  row: DisposalRow;
  paper: PaperRow;
}

/** Takes the procedure on after the last signature of a paper, in the transaction that accepts it. */
export async function advanceDisposal(
  tx: Tx,
  deps: Deps,
  { agencyId, paper }: { agencyId: string; paper: PaperRow },
): Promise<AuditEntry[]> {
  const key = { agencyId, disposalId: paper.disposalId };
  const row = await findDisposalLocked(tx, key);
  if (!row) return [];
  const action = MOVES[paper.kind];
  const events =
    action === undefined
      ? await askForApproval(tx, deps, { key, row, paper })
      : await move(tx, deps, { key, row, paper }, action);
  const { date } = await today(tx, deps, agencyId);
  await hintParties(tx, deps, { agencyId, loaded: { row, parties: await listParties(tx, { ...key, date }) } });
  return events;
}

/** List and consideration are both signed: the approval is laid out, unless it comes from outside. */
async function askForApproval(tx: Tx, deps: Deps, { key, row }: Advance): Promise<AuditEntry[]> {
  if (row.state !== 'approval' || row.route === 'national_archive') return [];
  const papers = await listPapers(tx, key);
  const isReady =
    papers.some(({ kind }) => kind === 'consideration') &&
    papers.every(({ status }) => status === 'signed') &&
    !papers.some(({ kind }) => kind === 'approval');
  if (!isReady) return [];
  const { number } = await preparePaper(tx, deps, { ...key, kind: 'approval' });
  return [{ action: 'disposal.approval_asked', detail: { disposalId: row.id, paper: number } }];
}

async function move(tx: Tx, deps: Deps, { key, row }: Advance, action: DisposalAction): Promise<AuditEntry[]> {
  const state = nextDisposalState(row.kind, row.state, action);
  if (state === undefined) return [];
  const now = deps.now();
  const settled = state === 'done' ? await settle(tx, deps, { key, row }) : {};
  await setState(tx, { ...key, state, now });
  const next = paperAfter(row.kind, action);
  const prepared = next === undefined ? {} : { paper: (await preparePaper(tx, deps, { ...key, kind: next })).number };
  return [{ action: EVENTS[action] ?? 'disposal.finished', detail: { disposalId: row.id, ...settled, ...prepared } }];
}

/** The signed minutes move the files; those held at this moment are left out. Destroyed files have been settled before. */
async function settle(
  tx: Tx,
  deps: Deps,
  { key, row }: Pick<Advance, 'key' | 'row'>,
): Promise<Record<string, unknown>> {
  if (row.kind === 'destruction') return {};
  const { date } = await today(tx, deps, key.agencyId);
  const parties = await listParties(tx, { ...key, date });
  const receiver = parties.find(({ role }) => role === 'receiver');
  const keptByUnitId = receiver ? receiver.opdId : row.unitId;
  const lifecycle = row.kind === 'transfer' ? 'inactive' : 'handed_over';
  return { moved: await settleFiles(tx, { ...key, lifecycle, keptByUnitId, now: deps.now() }) };
}
