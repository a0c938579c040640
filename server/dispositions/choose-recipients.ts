import type { z } from 'zod';
import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import type { RecipientInput } from './contract.ts';
import { listTargets, listTeamRows, type TargetRow } from './line-queries.ts';
import { type PlannedRecipient, planRecipients } from './plan-recipients.ts';

interface Giving {
  agencyId: string;
  giverId: string;
  date: string;
  recipients: readonly z.output<typeof RecipientInput>[];
}

/**
 * Who gets a disposition, teams as their members.
 * @throws AppError `disposition_direction` up, sideways or to oneself; `circuit_vacant`; `invalid_input`
 */
export async function chooseRecipients(tx: Tx, giving: Giving): Promise<PlannedRecipient[]> {
  const { agencyId, giverId, recipients } = giving;
  const direct = recipients.flatMap(({ target }) => (target.kind === 'position' ? [target.positionId] : []));
  const teamIds = recipients.flatMap(({ target }) => (target.kind === 'team' ? [target.teamId] : []));
  const teams = teamIds.length === 0 ? [] : await listTeamRows(tx, agencyId, teamIds);
  const members = teams.flatMap((team) => [team.leaderPositionId, ...team.memberIds]);
  const giver = { agencyId, positionId: giverId, date: giving.date };
  const targets = await listTargets(tx, giver, [...new Set([...direct, ...members])]);
  const targetOf = new Map(targets.map((target) => [target.positionId, target]));
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  for (const [index, { target }] of recipients.entries())
    if (target.kind === 'position') refuseDesk(targetOf.get(target.positionId), { giverId, index });
    else refuseTeam(teamOf.get(target.teamId), { giverId, index, targetOf });
  return planRecipients(recipients, {
    giverId,
    teams: new Map(teams.map((team) => [team.id, { leaderId: team.leaderPositionId, memberIds: team.memberIds }])),
    isVacant: (positionId) => targetOf.get(positionId)?.isVacant ?? true,
  });
}

const HINT = 'Gunakan nota dinas, atau Teruskan untuk meneruskan surat tanpa disposisi.';
const isDown = ({ relation }: TargetRow) =>
  relation === 'direct' || relation === 'below' || relation === 'coordination';

function refuseDesk(target: TargetRow | undefined, { giverId, index }: { giverId: string; index: number }): void {
  if (!target) throw unknown(index, 'Jabatan ini tidak ada lagi. Pilih jabatan lain.');
  if (target.positionId === giverId)
    throw new AppError('disposition_direction', {
      detail: `Disposisi tidak dapat diberikan kepada jabatan sendiri (${target.title}).`,
    });
  if (!isDown(target)) {
    const where = target.relation === 'above' ? 'atasan dari jabatan pemberi' : 'tidak berada di bawah jabatan pemberi';
    throw new AppError('disposition_direction', { detail: `${target.title} ${where}. ${HINT}` });
  }
  if (target.isVacant)
    throw new AppError('circuit_vacant', {
      detail: `${target.title} sedang kosong. Pilih jabatan lain atau atasannya.`,
    });
}

function refuseTeam(
  team: { name: string; leaderPositionId: string } | undefined,
  { giverId, index, targetOf }: { giverId: string; index: number; targetOf: ReadonlyMap<string, TargetRow> },
): void {
  if (!team) throw unknown(index, 'Tim ini tidak ada lagi. Pilih tim lain.');
  const leader = targetOf.get(team.leaderPositionId);
  if (team.leaderPositionId === giverId || (leader && isDown(leader))) return;
  throw new AppError('disposition_direction', {
    detail: `Ketua tim ${team.name} (${leader?.title ?? 'jabatan yang sudah dihapus'}) tidak berada di bawah jabatan pemberi. ${HINT}`,
  });
}

function unknown(index: number, message: string): AppError {
  return new AppError('invalid_input', { fields: [{ path: `recipients.${index}.target`, message }] });
}
