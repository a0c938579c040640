import type { DeskActor } from '../deps.ts';
import type { PartyRow } from './party-queries.ts';
import type { DisposalRow } from './queries.ts';
import {
  changeableRoles,
  DISPOSAL_ACTIONS,
  type DisposalAction,
  nextDisposalState,
  PANEL_ROLES,
  type PartyRole,
  WITNESS_ROLES,
} from './states.ts';

interface Facts {
  row: DisposalRow;
  parties: readonly PartyRow[];
  isRegionalHead: boolean;
}

type Asked = Facts & { actor: DeskActor; own: readonly PartyRow[] };

/** What this desk may do with the proposal now; whether the person may is asked in the verb. */
export function deriveActions(actor: DeskActor, facts: Facts): DisposalAction[] {
  if (!actor.canAct) return [];
  const own = facts.parties.filter(({ positionId }) => positionId === actor.positionId);
  const { kind, state } = facts.row;
  return DISPOSAL_ACTIONS.filter(
    (action) => nextDisposalState(kind, state, action) !== undefined && RIGHTS[action]({ ...facts, actor, own }),
  );
}

const byArchivist = ({ actor, row }: Asked): boolean =>
  actor.roles.some(({ role, unitId }) => role === 'archivist' && unitId === row.unitId);
const bySystem = (): boolean => false;

const RIGHTS: Record<DisposalAction, (asked: Asked) => boolean> = {
  edit: byArchivist,
  set_parties: (asked) => byArchivist(asked) && changeableRoles(asked.row.kind, asked.row.state).length > 0,
  submit: byArchivist,
  withdraw: byArchivist,
  cancel: byArchivist,
  return: (asked) =>
    holds(asked.own, RETURNERS[asked.row.state] ?? []) || (asked.row.state === 'approval' && approves(asked)),
  assess: ({ own }) => own.some(({ role, verdict }) => PANEL_ROLES.includes(role) && verdict === null),
  exclude: ({ own }) => holds(own, PANEL_ROLES),
  approve: approves,
  record_approval: (asked) => asked.row.route === 'national_archive' && byArchivist(asked),
  confirm_approval: ({ row, own }) =>
    row.route === 'national_archive' && row.externalSha256 !== null && holds(own, [...PANEL_ROLES, 'creator_head']),
  attend: ({ own }) => own.some(({ role, verdict }) => WITNESS_ROLES.includes(role) && verdict === null),
  execute: ({ own }) => holds(own, ['executor']),
  conclude: bySystem,
  settle_approval: bySystem,
  decree: bySystem,
  authenticate: bySystem,
  complete: bySystem,
  finish: bySystem,
};

/** Who may give a proposal back, by the state it is in. */
const RETURNERS: Partial<Record<DisposalRow['state'], readonly PartyRole[]>> = {
  assessment: PANEL_ROLES,
  approved: ['creator_head'],
  decreed: ['creator_head'],
  minutes: ['processing_head', 'records_head', 'receiver'],
};

function holds(own: readonly PartyRow[], roles: readonly PartyRole[]): boolean {
  return own.some(({ role }) => roles.includes(role));
}

function approves({ row, own, isRegionalHead }: Asked): boolean {
  if (row.route === 'regional_head') return isRegionalHead;
  return row.route === 'archival_institution' && holds(own, ['receiver']);
}
