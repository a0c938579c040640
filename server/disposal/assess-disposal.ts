import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { assessDisposalEndpoint, Disposal } from './contract.ts';
import { act, disposalCommand, requireCount } from './disposal-command.ts';
import { setVerdict } from './party-queries.ts';
import { preparePaper } from './prepare-paper.ts';
import { setState } from './queries.ts';
import { nextDisposalState, PANEL_ROLES } from './states.ts';

/** One voice of the panel. The last one ends the appraisal: its consideration is laid out for the panel to sign. */
export function assessDisposal(
  deps: Deps,
  actor: DeskActor,
  { disposalId, version, typedCount, consideration }: InputOf<typeof assessDisposalEndpoint>,
): Promise<Disposal> {
  return disposalCommand(deps, actor, { disposalId, version, action: 'assess' }, async (tx, loaded) => {
    const { row, parties, acts } = loaded;
    const { agencyId, personId, positionId } = actor;
    const key = { agencyId, disposalId };
    if (acts.some((done) => done.kind === 'assess' && done.personId === personId))
      throw new AppError('two_people', { detail: 'Anda sudah memberi pertimbangan dari jabatan lain.' });
    await requireCount(tx, { agencyId, now: deps.now() }, loaded, typedCount);
    await act(tx, deps, actor, { loaded, kind: 'assess' });
    const now = deps.now();
    const verdict = { verdict: 'approve', note: consideration, typedCount, now } as const;
    await setVerdict(tx, { ...key, roles: PANEL_ROLES, positionId, personId, ...verdict });
    const isLast = !parties.some(
      (party) => PANEL_ROLES.includes(party.role) && party.verdict === null && party.positionId !== positionId,
    );
    const state = nextDisposalState(row.kind, row.state, isLast ? 'conclude' : 'assess') ?? row.state;
    await setState(tx, { ...key, state, now });
    const detail = { disposalId, typedCount };
    const assessed = { action: 'disposal.assessed', detail };
    if (!isLast) return [assessed];
    const paper = await preparePaper(tx, deps, { ...key, kind: 'consideration' });
    return [assessed, { action: 'disposal.concluded', detail: { disposalId, paper: paper.number } }];
  });
}
