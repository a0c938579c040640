/** The three procedures of penyusutan as tables that API, database and buttons share. */
export const DISPOSAL_KINDS = ['transfer', 'destruction', 'handover'] as const;
export type DisposalKind = (typeof DISPOSAL_KINDS)[number];

export const DISPOSAL_STATES = [
  'draft',
  'assessment',
  'approval',
  'approved',
  'decreed',
  'executing',
  'minutes',
  'done',
  'cancelled',
] as const;
export type DisposalState = (typeof DISPOSAL_STATES)[number];

export const DISPOSAL_ACTIONS = [
  'edit',
  'set_parties',
  'submit',
  'withdraw',
  'return',
  'cancel',
  'assess',
  'exclude',
  'conclude',
  'approve',
  'record_approval',
  'confirm_approval',
  'settle_approval',
  'decree',
  'attend',
  'execute',
  'authenticate',
  'complete',
  'finish',
] as const;
export type DisposalAction = (typeof DISPOSAL_ACTIONS)[number];

type Moves = Partial<Record<DisposalAction, DisposalState>>;
type Table = Partial<Record<DisposalState, Moves>>;

const DRAFT: Moves = { edit: 'draft', set_parties: 'draft', cancel: 'cancelled' };
/** Whatever has not been executed can be taken back to the selection, or given up. */
const REVOCABLE: Moves = { withdraw: 'draft', return: 'draft', cancel: 'cancelled' };

const APPRAISED: Table = {
  draft: { ...DRAFT, submit: 'assessment' },
  assessment: { ...REVOCABLE, assess: 'assessment', exclude: 'assessment', conclude: 'approval' },
  approval: {
    ...REVOCABLE,
    approve: 'approval',
    record_approval: 'approval',
    confirm_approval: 'approval',
    settle_approval: 'approved',
  },
  approved: { ...REVOCABLE, set_parties: 'approved', decree: 'decreed' },
};

const TABLES: Record<DisposalKind, Table> = {
  transfer: {
    draft: { ...DRAFT, submit: 'minutes' },
    minutes: { ...REVOCABLE, finish: 'done' },
  },
  destruction: {
    ...APPRAISED,
    decreed: { ...REVOCABLE, set_parties: 'decreed', attend: 'decreed', execute: 'executing' },
    executing: { complete: 'minutes' },
    minutes: { finish: 'done' },
  },
  handover: {
    ...APPRAISED,
    decreed: { ...REVOCABLE, authenticate: 'minutes' },
    minutes: { ...REVOCABLE, finish: 'done' },
  },
};

/** Where an action leads, or undefined when it is not possible there. */
export function nextDisposalState(
  kind: DisposalKind,
  state: DisposalState,
  action: DisposalAction,
): DisposalState | undefined {
  return TABLES[kind][state]?.[action];
}

/** The steps a procedure passes, in order, for the bar above it. */
export const STAGES: Record<DisposalKind, readonly DisposalState[]> = {
  transfer: ['draft', 'minutes', 'done'],
  destruction: ['draft', 'assessment', 'approval', 'approved', 'decreed', 'minutes'],
  handover: ['draft', 'assessment', 'approval', 'approved', 'decreed', 'minutes'],
};

export const PARTY_ROLES = [
  'panel_chair',
  'panel_creator',
  'panel_archivist',
  'panel_member',
  'processing_head',
  'records_head',
  'creator_head',
  'executor',
  'witness_legal',
  'witness_inspectorate',
  'receiver',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const PANEL_ROLES: readonly PartyRole[] = ['panel_chair', 'panel_creator', 'panel_archivist', 'panel_member'];
export const WITNESS_ROLES: readonly PartyRole[] = ['witness_legal', 'witness_inspectorate'];

const LIST_SIGNERS: readonly PartyRole[] = ['processing_head', 'records_head'];

/** Roles of which a procedure needs exactly one desk. */
export const SINGLE_ROLES: Record<DisposalKind, readonly PartyRole[]> = {
  transfer: LIST_SIGNERS,
  destruction: ['panel_chair', 'panel_creator', ...LIST_SIGNERS, 'creator_head', 'executor', ...WITNESS_ROLES],
  handover: ['panel_chair', 'panel_creator', ...LIST_SIGNERS, 'creator_head', 'receiver'],
};

/** Roles that may be filled anew in a state. */
export function changeableRoles(kind: DisposalKind, state: DisposalState): readonly PartyRole[] {
  if (nextDisposalState(kind, state, 'set_parties') === undefined) return [];
  if (state !== 'draft') return kind === 'destruction' ? ['executor', ...WITNESS_ROLES] : [];
  return kind === 'transfer' ? SINGLE_ROLES.transfer : [...SINGLE_ROLES[kind], 'panel_archivist', 'panel_member'];
}

export const PAPER_KINDS = [
  'transfer_minutes',
  'destruction_list',
  'handover_list',
  'consideration',
  'approval',
  'decree',
  'authenticity',
  'destruction_minutes',
  'handover_minutes',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
