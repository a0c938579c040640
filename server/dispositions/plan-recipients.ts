import type { z } from 'zod';
import { AppError } from '../errors.ts';
import type { RecipientInput } from './contract.ts';

type Recipient = z.output<typeof RecipientInput>;

export interface PlannedRecipient {
  positionId: string;
  teamId: string | null;
  /** Place in the request, for naming what must be mended. */
  inputIndex: number;
  instructions: string[];
  note: string;
  dueDate: string | null;
  isPic: boolean;
  isPrivate: boolean;
  fileIds: string[];
}

export interface TeamMembers {
  leaderId: string;
  /** Without the leader. */
  memberIds: readonly string[];
}

/**
 * Desks in the order named, each once: what is said to a desk itself counts, not what its team is told. One coordinator
 * (PIC) when there are several: the one chosen, else the leader of the first team, else the first.
 * @param isVacant members of a team without holder are left out
 * @throws AppError `invalid_input`
 */
export function planRecipients(
  recipients: readonly Recipient[],
  context: { giverId: string; teams: ReadonlyMap<string, TeamMembers>; isVacant: (positionId: string) => boolean },
): PlannedRecipient[] {
  if (recipients.filter(({ isPic }) => isPic).length > 1)
    throw invalid('recipients', 'Pilih paling banyak satu koordinator (PIC).');
  const direct = new Map<string, PlannedRecipient>();
  for (const [inputIndex, { target, ...said }] of recipients.entries())
    if (target.kind === 'position') {
      const known = direct.get(target.positionId);
      const fresh = { ...said, positionId: target.positionId, teamId: null, inputIndex };
      direct.set(target.positionId, known ? merge(known, fresh) : fresh);
    }
  const planned = new Map<string, PlannedRecipient>();
  let leaderId: string | undefined;
  for (const [inputIndex, { target, ...said }] of recipients.entries()) {
    if (target.kind === 'position') {
      const own = direct.get(target.positionId);
      if (own) planned.set(target.positionId, own);
      continue;
    }
    const team = context.teams.get(target.teamId);
    if (!team) continue;
    const members = membersOf(team, context);
    if (members.length === 0) throw invalid(`recipients.${inputIndex}`, 'Tim ini tidak mempunyai anggota lain.');
    leaderId ??= members[0];
    for (const [index, positionId] of members.entries())
      if (!direct.has(positionId) && !planned.has(positionId))
        planned.set(positionId, {
          ...said,
          isPic: said.isPic && index === 0,
          positionId,
          teamId: target.teamId,
          inputIndex,
        });
  }
  return withCoordinator([...planned.values()], { leaderId, isTeamChosen: recipients.some(isChosenTeam) });
}

const isChosenTeam = ({ target, isPic }: Recipient) => isPic && target.kind === 'team';

function membersOf(
  team: TeamMembers,
  { giverId, isVacant }: { giverId: string; isVacant: (positionId: string) => boolean },
): string[] {
  return [team.leaderId, ...team.memberIds].filter((id) => id !== giverId && !isVacant(id));
}

function withCoordinator(
  planned: PlannedRecipient[],
  { leaderId, isTeamChosen }: { leaderId: string | undefined; isTeamChosen: boolean },
): PlannedRecipient[] {
  if (planned.length < 2 || planned.some(({ isPic }) => isPic)) return planned;
  const fallback = leaderId ?? planned[0]?.positionId;
  const first = isTeamChosen ? (planned.find(({ teamId }) => teamId !== null)?.positionId ?? fallback) : fallback;
  return planned.map((recipient) => ({ ...recipient, isPic: recipient.positionId === first }));
}

function merge(one: PlannedRecipient, other: PlannedRecipient): PlannedRecipient {
  const notes = [one.note, other.note].filter((note, index, all) => note !== '' && all.indexOf(note) === index);
  const dueDates = [one.dueDate, other.dueDate].filter((date) => date !== null).sort();
  return {
    ...one,
    instructions: [...new Set([...one.instructions, ...other.instructions])],
    note: notes.join('\n'),
    dueDate: dueDates[0] ?? null,
    isPic: one.isPic || other.isPic,
    isPrivate: one.isPrivate || other.isPrivate,
    fileIds: [...new Set([...one.fileIds, ...other.fileIds])],
  };
}

function invalid(path: string, message: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, message }] });
}
