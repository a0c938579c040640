import { expect } from 'chai';
import { judge } from '../../bench/result.ts';

describe('the verdict on a figure', () => {
  it('passes a rate at its goal and fails it below', () => {
    expect(judge(1.8, { atLeast: 1.8 })).to.deep.equal({ goal: 1.8, pass: true });
    expect(judge(1.79, { atLeast: 1.8 })).to.deep.equal({ goal: 1.8, pass: false });
  });

  it('passes a cost at its goal and fails it above', () => {
    expect(judge(400, { atMost: 400 })).to.deep.equal({ goal: 400, pass: true });
    expect(judge(401, { atMost: 400 })).to.deep.equal({ goal: 400, pass: false });
  });

  it('fails what could not be measured', () => {
    expect(judge(Number.NaN, { atMost: 400 }).pass).to.equal(false);
    expect(judge(Number.NaN, { atLeast: 1 }).pass).to.equal(false);
  });

  it('gives no verdict on what is only reported', () => {
    expect(judge(8, 'reported')).to.deep.equal({ goal: null, pass: null });
  });
});
