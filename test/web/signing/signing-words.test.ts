import { expect } from 'chai';
import type { CircuitStep, Letter } from '../../../server/letters/contract.ts';
import {
  countRecipients,
  describeRecipients,
  earlierInitials,
  formatStepTime,
} from '../../../web/src/signing/signing-words.ts';

const recipient = (role: 'to' | 'cc', name: string) => ({ role, name }) as Letter['recipients'][number];
const step = (status: CircuitStep['status'], contentVersion: number | null) =>
  ({ status, contentVersion }) as CircuitStep;

describe('What the signatory reads beside the letter', () => {
  it('counts only initials that were given on older content', () => {
    expect(earlierInitials([step('initialled', 2), step('initialled', 4), step('initialled', 1)], 4)).to.deep.equal({
      count: 2,
      oldestVersion: 1,
    });
    expect(earlierInitials([step('initialled', 4), step('returned', 1), step('waiting', null)], 4)).to.equal(undefined);
  });

  it('names the first addressee and counts the others', () => {
    const one = [recipient('to', 'Bupati Kapuas Hulu'), recipient('cc', 'Gubernur'), recipient('cc', 'Kepala BPBD')];
    expect(describeRecipients(one)).to.equal('Bupati Kapuas Hulu dan 2 tembusan');
    expect(describeRecipients([...one, recipient('to', 'Bupati Sintang')])).to.equal(
      'Bupati Kapuas Hulu dan 1 lainnya, 2 tembusan',
    );
    expect(countRecipients(one)).to.equal('1 tujuan dan 2 tembusan');
    expect(countRecipients(one.slice(0, 1))).to.equal('1 tujuan');
  });

  it('tells tenths of a second for a step that was quick', () => {
    expect(formatStepTime(940)).to.equal('0,9 dtk');
    expect(formatStepTime(125_000)).to.equal('2 mnt');
  });
});
