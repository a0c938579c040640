import { expect } from 'chai';
import type { CircuitStep, LetterVersion } from '../../../server/letters/contract.ts';
import { chooseBase } from '../../../web/src/letters/choose-base.ts';

const versions = [1, 2, 3].map((contentVersion): LetterVersion => ({
  contentVersion,
  reason: 'submitted',
  authorName: 'Penulis',
  authorTitle: 'Konseptor',
  createdAt: `2026-11-2${contentVersion}T01:00:00.000Z`,
  subject: 'Hal',
  body: { type: 'doc', content: [] },
}));

function step(status: CircuitStep['status'], contentVersion: number | null): CircuitStep {
  return {
    id: 'langkah',
    stage: 1,
    kind: 'hierarchical',
    status,
    desk: { positionId: 'saya', title: '', shortTitle: '', unitName: '', holderName: null, actingKind: null },
    actedBy: null,
    openedAt: null,
    actedAt: '2026-11-22T02:00:00.000Z',
    contentVersion,
  };
}

const reader = { positionId: 'saya', seenVersion: undefined };

describe('chooseBase', () => {
  it('compares with the version of the own initial', () => {
    const base = chooseBase({ contentVersion: 3, circuit: [step('initialled', 1)] }, versions, reader);
    expect([base?.because, base?.version.contentVersion, base?.actedAt]).to.deep.equal([
      'initial',
      1,
      '2026-11-22T02:00:00.000Z',
    ]);
  });

  it('does not call the turn of a step that is open again an initial', () => {
    expect(chooseBase({ contentVersion: 3, circuit: [step('open', 2)] }, versions, reader)?.because).to.equal('turn');
  });

  it('compares a first reading with the version before', () => {
    const base = chooseBase({ contentVersion: 3, circuit: [step('open', null)] }, versions, reader);
    expect([base?.because, base?.version.contentVersion]).to.deep.equal(['previous', 2]);
  });

  it('prefers what stood on the screen before it changed', () => {
    const base = chooseBase({ contentVersion: 3, circuit: [step('open', 1)] }, versions, { ...reader, seenVersion: 2 });
    expect([base?.because, base?.version.contentVersion]).to.deep.equal(['seen', 2]);
  });

  it('has nothing to compare in the first version, or once the present one carries the own initial', () => {
    expect(chooseBase({ contentVersion: 1, circuit: [step('open', null)] }, versions, reader)).to.equal(undefined);
    expect(chooseBase({ contentVersion: 3, circuit: [step('initialled', 3)] }, versions, reader)).to.equal(undefined);
  });
});
