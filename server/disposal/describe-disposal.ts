import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { Disposal, DisposalParty, OfficialPaper } from './disposal-shapes.ts';
import { deriveActions } from './derive-actions.ts';
import { findTotals } from './file-queries.ts';
import { loadDisposal } from './load-disposal.ts';
import type { PartyRow } from './party-queries.ts';
import { listPapers, listSignatories, type PaperRow, type SignatoryRow } from './paper-queries.ts';
import { PAPER_TITLES } from './paper-signers.ts';

/** The proposal as the desk sees it now, with what it may do. */
export async function describeDisposal(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  disposalId: string,
): Promise<Disposal> {
  const loaded = await loadDisposal(tx, deps, actor, { disposalId });
  const { row, parties } = loaded;
  const key = { agencyId: actor.agencyId, disposalId };
  const papers: OfficialPaper[] = [];
  for (const paper of await listPapers(tx, key))
    papers.push(describePaper(actor, paper, await listSignatories(tx, { agencyId: key.agencyId, paperId: paper.id })));
  const { unitId: _unit, round: _round, externalSha256, year, number, executingAt: _executing, ...shown } = row;
  const { proposerPersonId: _person, proposerPositionId: _position, ...facts } = shown;
  return {
    ...facts,
    label: `${String(number).padStart(2, '0')}/${year}`,
    hasExternalScan: externalSha256 !== null,
    totals: await findTotals(tx, key),
    parties: parties.map((party) => describeParty(actor, party)),
    papers,
    actions: deriveActions(actor, loaded),
  };
}

function describeParty(actor: DeskActor, party: PartyRow): DisposalParty {
  const { role, positionId, title, holderName, personName, verdict, note, actedAt } = party;
  const isMe = positionId === actor.positionId;
  return { role, positionId, title, holderName, personName, verdict, note, actedAt, isMe };
}

export function describePaper(actor: DeskActor, paper: PaperRow, signatories: readonly SignatoryRow[]): OfficialPaper {
  const isMine = (row: SignatoryRow) => row.positionId === actor.positionId && row.personId === actor.personId;
  const next = signatories.find(({ status }) => status !== 'signed');
  const { id, kind, number, version, pageCount, shortCode, failure } = paper;
  return {
    id,
    kind,
    number,
    version,
    pageCount,
    shortCode,
    failure,
    title: PAPER_TITLES[kind],
    date: paper.paperDate,
    status: paper.status === 'void' ? 'signed' : paper.status,
    isWaitingForTimestamp: paper.waitingSince !== null,
    signatories: signatories.map((row) => ({
      ordinal: row.ordinal,
      caption: row.caption,
      name: row.name,
      title: row.title,
      status: row.status,
      signedAt: row.signedAt,
      isMe: isMine(row),
    })),
    canSign: paper.status === 'open' && actor.canAct && next !== undefined && isMine(next),
  };
}
