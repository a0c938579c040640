import { expect } from 'chai';
import fc from 'fast-check';
import { splitReadings } from '../../../web/src/registrasi/split-readings.ts';

describe('Several readings of one number', () => {
  it('differ in whole words, not in single digits', () => {
    expect(splitReadings('600.1.10/1873/DPUPR-B/2026', ['600.1.10/1878/DPUPR-B/2026'])).to.deep.equal({
      before: '600.1.10/',
      after: '/DPUPR-B/2026',
      choices: ['1873', '1878'],
      values: ['600.1.10/1873/DPUPR-B/2026', '600.1.10/1878/DPUPR-B/2026'],
    });
  });

  it('keep a word together that is longer in one of them', () => {
    expect(splitReadings('12/UM', ['112/UM'])?.choices).to.deep.equal(['12', '112']);
    expect(splitReadings('A/1', ['A/1/1'])?.choices).to.deep.equal(['1', '1/1']);
  });

  it('are no choice when they are one', () => {
    expect(splitReadings('1', [])).to.equal(undefined);
    expect(splitReadings('1', ['1', '1'])).to.equal(undefined);
  });

  it('always give back every value from its parts, four at most', () => {
    const text = fc.string({ unit: fc.constantFrom('1', '7', 'B', '/', '.', '-'), maxLength: 8 });
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 6 }), (value, others) => {
        const found = splitReadings(value, others);
        if (found === undefined) return;
        expect(found.values[0]).to.equal(value);
        expect(found.values.length).to.be.within(2, 4);
        expect(found.choices.map((choice) => found.before + choice + found.after)).to.deep.equal(found.values);
      }),
    );
  });
});
