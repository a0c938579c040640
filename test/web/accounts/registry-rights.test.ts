import { expect } from 'chai';
import { mayDo } from '../../../web/src/accounts/registry-rights.ts';
import type { Appointment } from '../../../web/src/accounts/session.ts';

function desk(roles: Appointment['roles'], canAct = true): Appointment {
  return {
    id: 'a',
    kind: 'definitif',
    positionId: 'p',
    title: 'Pencatat Surat',
    shortTitle: 'Pencatat Surat',
    unitName: 'Biro Umum',
    validTo: null,
    canAct,
    roles,
    isReviewer: false,
    isSignatory: false,
  };
}

describe('The screens of the registry', () => {
  it('are split as the roles are', () => {
    expect(mayDo(desk(['registry']), 'register')).to.equal(true);
    expect(mayDo(desk(['mail_receiver']), 'receive')).to.equal(true);
    expect(mayDo(desk(['mail_receiver']), 'register')).to.equal(false);
    expect(mayDo(desk(['mail_director']), 'direct')).to.equal(true);
    expect(mayDo(desk(['mail_controller']), 'direct')).to.equal(false);
  });

  it('show the books to archivists and auditors, and nothing to others', () => {
    expect(mayDo(desk(['archivist']), 'read')).to.equal(true);
    expect(mayDo(desk(['auditor']), 'receive')).to.equal(false);
    expect(mayDo(desk([]), 'read')).to.equal(false);
    expect(mayDo(undefined, 'read')).to.equal(false);
  });

  it('can only be read from a desk that somebody else acts for', () => {
    expect(mayDo(desk(['registry'], false), 'read')).to.equal(true);
    expect(mayDo(desk(['registry'], false), 'register')).to.equal(false);
  });
});
