import { expect } from 'chai';
import type { AgendaRow } from '../../../server/agenda/contract.ts';
import { isMasked, statusLook } from '../../../web/src/agenda/agenda-words.ts';
import { dayWords, groupByDay } from '../../../web/src/agenda/group-by-day.ts';

function row(number: number, at: string, status: AgendaRow['status'] = 'directed'): AgendaRow {
  return {
    id: null,
    number,
    year: 2026,
    at,
    status,
    party: 'Bupati Sintang',
    letterNumber: '',
    letterDate: null,
    subject: 'Hal',
    attachmentNote: '',
    handlingGrade: 'biasa',
    securityClass: 'B',
    channel: 'counter',
    desks: [],
    directedAt: null,
    isLate: false,
    voidReason: null,
  };
}

const dayOf = (at: string) => at.slice(0, 10);

describe('The days of a book', () => {
  it('keep the order of the numbers and count void ones apart', () => {
    const days = groupByDay(
      [row(3, '2026-11-24T02:00:00Z'), row(2, '2026-11-24T01:00:00Z', 'void'), row(1, '2026-11-23T01:00:00Z')],
      dayOf,
    );
    expect(days.map(({ day, rows }) => [day, rows.map(({ number }) => number)])).to.deep.equal([
      ['2026-11-24', [3, 2]],
      ['2026-11-23', [1]],
    ]);
    expect(days.map(dayWords)).to.deep.equal(['1 surat, 1 nomor batal', '1 surat']);
    expect(dayWords({ letters: 0, voids: 2 })).to.equal('2 nomor batal');
  });

  it('begin anew when a number was taken on an earlier day', () => {
    const days = groupByDay([row(2, '2026-11-23T01:00:00Z'), row(1, '2026-11-24T01:00:00Z')], dayOf);
    expect(days).to.have.lengthOf(2);
  });
});

describe('A row of a book', () => {
  it('says that it is late before anything else', () => {
    expect(statusLook({ status: 'in_progress', isLate: true }).label).to.equal('Terlambat');
    expect(statusLook({ status: 'in_progress', isLate: false }).label).to.equal('Disposisi');
  });

  it('hides the subject of secret letters only', () => {
    expect((['B', 'T', 'R', 'SR'] as const).filter((securityClass) => isMasked({ securityClass }))).to.deep.equal([
      'R',
      'SR',
    ]);
  });
});
