import { expect } from 'chai';
import type { Proposal, Proposals } from '../../../server/intake/contract.ts';
import { markReading } from '../../../web/src/registrasi/mark-reading.ts';
import { startValues } from '../../../web/src/registrasi/registration-values.ts';
import { scanBoxes } from '../../../web/src/registrasi/scan-boxes.ts';

function read(value: string, confidence: number, alternatives: string[] = []): Proposal {
  return { value, confidence, page: 2, box: { x: 0.1, y: 0.2, width: 0.3, height: 0.02 }, alternatives };
}

const proposals: Proposals = { number: read('1873', 0.71, ['1878']), subject: read('Jembatan', 0.96) };
const values = startValues({ source: 'upload', proposals, verdict: null });
const untouched = { checked: [] };

describe('The mark of a reading', () => {
  it('asks for a look below ninety per cent', () => {
    expect(markReading('number', proposals, values, untouched)).to.deep.equal({ percent: 71, tone: 'check' });
    expect(markReading('subject', proposals, values, untouched)).to.deep.equal({ percent: 96, tone: 'sure' });
  });

  it('is settled by a person, also by choosing another reading', () => {
    expect(markReading('number', proposals, values, { checked: ['number'] })?.tone).to.equal('checked');
    expect(markReading('number', proposals, { ...values, number: '1878' }, untouched)?.tone).to.equal('checked');
  });

  it('is gone when a person wrote something else, or nothing was read', () => {
    expect(markReading('number', proposals, { ...values, number: '99' }, untouched)).to.equal(undefined);
    expect(markReading('summary', proposals, values, untouched)).to.equal(undefined);
  });

  it('stands on the page with its percentage until it is settled', () => {
    expect(scanBoxes(proposals, values, untouched).map(({ label, tone, page }) => [label, tone, page])).to.deep.equal([
      ['Nomor surat · 71%', 'check', 2],
      ['Hal · 96%', 'sure', 2],
    ]);
    expect(scanBoxes(proposals, { ...values, number: '99' }, untouched)[0]).to.include({ label: 'Nomor surat' });
  });
});
