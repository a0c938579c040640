import { expect } from 'chai';
import {
  changeableRoles,
  DISPOSAL_ACTIONS,
  DISPOSAL_KINDS,
  DISPOSAL_STATES,
  type DisposalAction,
  type DisposalKind,
  type DisposalState,
  nextDisposalState,
  STAGES,
} from '../../server/disposal/states.ts';
import { refusalForPerson, type ActKind } from '../../server/disposal/two-people.ts';

/** Every pair that leads anywhere, written out by hand: `state action -> state`. */
const ALLOWED: Record<DisposalKind, string[]> = {
  transfer: [
    'draft edit draft',
    'draft set_parties draft',
    'draft submit minutes',
    'draft cancel cancelled',
    'minutes withdraw draft',
    'minutes return draft',
    'minutes cancel cancelled',
    'minutes finish done',
  ],
  destruction: [
    'draft edit draft',
    'draft set_parties draft',
    'draft submit assessment',
    'draft cancel cancelled',
    ...['assessment', 'approval', 'approved', 'decreed'].flatMap((state) => [
      `${state} withdraw draft`,
      `${state} return draft`,
      `${state} cancel cancelled`,
    ]),
    'assessment assess assessment',
    'assessment exclude assessment',
    'assessment conclude approval',
    'approval approve approval',
    'approval record_approval approval',
    'approval confirm_approval approval',
    'approval settle_approval approved',
    'approved set_parties approved',
    'approved decree decreed',
    'decreed set_parties decreed',
    'decreed attend decreed',
    'decreed execute executing',
    'executing complete minutes',
    'minutes finish done',
  ],
  handover: [
    'draft edit draft',
    'draft set_parties draft',
    'draft submit assessment',
    'draft cancel cancelled',
    ...['assessment', 'approval', 'approved', 'decreed', 'minutes'].flatMap((state) => [
      `${state} withdraw draft`,
      `${state} return draft`,
      `${state} cancel cancelled`,
    ]),
    'assessment assess assessment',
    'assessment exclude assessment',
    'assessment conclude approval',
    'approval approve approval',
    'approval record_approval approval',
    'approval confirm_approval approval',
    'approval settle_approval approved',
    'approved set_parties approved',
    'approved decree decreed',
    'decreed authenticate minutes',
    'minutes finish done',
  ],
};

function pairs(kind: DisposalKind): string[] {
  return DISPOSAL_STATES.flatMap((state) =>
    DISPOSAL_ACTIONS.flatMap((action) => {
      const next = nextDisposalState(kind, state, action);
      return next === undefined ? [] : [`${state} ${action} ${next}`];
    }),
  );
}

describe('states of a disposal', () => {
  for (const kind of DISPOSAL_KINDS)
    it(`${kind}: every pair of state and action is decided as written here`, () => {
      expect(pairs(kind)).to.have.members(ALLOWED[kind]);
    });

  it('once a destruction runs, nothing takes it back', () => {
    const back: DisposalAction[] = ['withdraw', 'return', 'cancel', 'edit', 'exclude'];
    for (const state of ['executing', 'minutes', 'done'] satisfies DisposalState[])
      for (const action of back)
        expect(nextDisposalState('destruction', state, action), `${state} ${action}`).to.equal(undefined);
  });

  it('only decree, presence and executor stand between approval and destruction, and nothing jumps to it', () => {
    const leading = pairs('destruction').filter((pair) => pair.endsWith(' executing'));
    expect(leading).to.deep.equal(['decreed execute executing']);
  });

  it('every stage of the bar is a state the procedure reaches', () => {
    for (const kind of DISPOSAL_KINDS)
      for (const stage of STAGES[kind].slice(1))
        expect(
          pairs(kind).some((pair) => pair.endsWith(` ${stage}`)),
          `${kind} ${stage}`,
        ).to.equal(true);
  });

  it('after the draft only executor and witnesses of a destruction may be named anew', () => {
    expect(changeableRoles('destruction', 'decreed')).to.have.members([
      'executor',
      'witness_legal',
      'witness_inspectorate',
    ]);
    expect(changeableRoles('handover', 'approved')).to.deep.equal([]);
    expect(changeableRoles('destruction', 'assessment')).to.deep.equal([]);
  });
});

const ACTS: ActKind[] = ['propose', 'assess', 'approve', 'record_approval', 'confirm_approval', 'attend', 'execute'];
const APART = [
  'propose approve',
  'propose execute',
  'propose confirm_approval',
  'propose attend',
  'record_approval confirm_approval',
  'assess attend',
  'attend execute',
  'approve execute',
  'approve attend',
];

describe('two people', () => {
  for (const one of ACTS)
    for (const other of ACTS) {
      const isApart = APART.includes(`${one} ${other}`) || APART.includes(`${other} ${one}`);
      it(`who did "${one}" ${isApart ? 'may not do' : 'may do'} "${other}"`, () => {
        const refusal = refusalForPerson([{ kind: one, personId: 'a' }], 'a', other);
        expect(refusal === undefined).to.equal(!isApart);
        expect(refusalForPerson([{ kind: one, personId: 'b' }], 'a', other)).to.equal(undefined);
      });
    }
});
