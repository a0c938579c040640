import type { Tx } from '../db.ts';
import type { Desk } from '../organisation/contract.ts';
import { desksInOrder } from '../organisation/directory.ts';
import type { DispositionOptions } from './contract.ts';
import { type ChosenRow, listChosen, listReach, listTargets, listTeamRows, type TeamRow } from './line-queries.ts';

type Recipient = DispositionOptions['recipients'][number];
type Ranked = Recipient & { weight: number; rank: number };

const MOST = 60;
/** Looked at before ranking: deeper desks that were chosen are found by the history. */
const REACH = 400;
const RANKS = { direct: 1, coordination: 2, team: 3, below: 4 } as const;

/**
 * Whom a desk may choose: those it chose most often and most lately first, then direct subordinates in order,
 * coordination, teams, and deeper desks. Vacant desks are shown last of their kind, without holder.
 */
export async function rankRecipients(
  tx: Tx,
  giver: Parameters<typeof listChosen>[1] & { date: string },
): Promise<Recipient[]> {
  const { agencyId, positionId, date } = giver;
  const chosen = await listChosen(tx, giver);
  const reach = await listReach(tx, { agencyId, positionId, date, limit: REACH });
  const teams = await listTeamRows(tx, agencyId, null);
  const relations = new Map(reach.map((row) => [row.positionId, row.relation]));
  const unknown = [...chosen.filter(({ isTeam }) => !isTeam).map(({ targetId }) => targetId), ...teams.map(leaderOf)];
  const missing = [...new Set(unknown)].filter((id) => !relations.has(id) && id !== positionId);
  for (const { positionId: id, relation } of await listTargets(tx, { agencyId, positionId, date }, missing))
    if (relation === 'direct' || relation === 'below' || relation === 'coordination') relations.set(id, relation);
  const desks = await desksInOrder(tx, agencyId, date, [...relations.keys(), positionId]);
  const counts = new Map(chosen.map((row) => [row.targetId, row]));
  const ranked = [
    ...desks.flatMap((desk): Ranked[] => {
      const relation = relations.get(desk.positionId);
      return relation === undefined ? [] : [deskChoice(desk, relation, counts.get(desk.positionId))];
    }),
    ...teams
      .filter(({ leaderPositionId }) => leaderPositionId === positionId || relations.has(leaderPositionId))
      .map((team) => teamChoice(team, desks, counts.get(team.id))),
  ];
  return ranked
    .sort((left, right) => right.weight - left.weight || left.rank - right.rank)
    .slice(0, MOST)
    .map(({ weight: _weight, rank: _rank, ...recipient }) => recipient);
}

const leaderOf = ({ leaderPositionId }: TeamRow) => leaderPositionId;

function deskChoice(desk: Desk, relation: 'direct' | 'below' | 'coordination', chosen: ChosenRow | undefined): Ranked {
  return {
    target: { kind: 'position', positionId: desk.positionId },
    label: desk.shortTitle,
    fullTitle: desk.title,
    holderName: desk.holderName,
    relation,
    timesChosen: chosen?.timesChosen ?? 0,
    weight: chosen?.weight ?? 0,
    rank: RANKS[relation] + (desk.holderName === null ? 0.5 : 0),
  };
}

function teamChoice(team: TeamRow, desks: readonly Desk[], chosen: ChosenRow | undefined): Ranked {
  const leader = desks.find(({ positionId }) => positionId === team.leaderPositionId);
  return {
    target: { kind: 'team', teamId: team.id },
    label: team.name,
    fullTitle: `${team.name} (ketua: ${leader?.title ?? '–'})`,
    holderName: leader?.holderName ?? null,
    relation: 'team',
    timesChosen: chosen?.timesChosen ?? 0,
    weight: chosen?.weight ?? 0,
    rank: RANKS.team,
  };
}
