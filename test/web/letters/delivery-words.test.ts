import { expect } from 'chai';
import type { Recipient } from '../../../server/letters/contract.ts';
import { countReaders, deliveryFacts, deliveryState } from '../../../web/src/letters/delivery-words.ts';

function recipient(parts: Partial<Recipient>): Recipient {
  return {
    id: 'a',
    role: 'to',
    kind: 'internal',
    positionId: null,
    name: 'Kepala Dinas',
    unitName: null,
    address: '',
    place: '',
    email: '',
    deliveryStatus: 'delivered',
    deliveredAt: '2026-01-05T03:00:00.000Z',
    openedAt: null,
    failure: null,
    agendaNumber: null,
    ...parts,
  };
}

describe('delivery words', () => {
  it('tells a desk that read from one that did not', () => {
    expect(deliveryState(recipient({ openedAt: '2026-01-05T04:40:00.000Z' })).label).to.equal('Dibaca 5 Jan, 11.40');
    expect(deliveryState(recipient({})).label).to.equal('Belum dibaca');
  });

  it('does not claim that a mail was read when it was only handed over', () => {
    const mailed = recipient({ kind: 'external', deliveryStatus: 'handed_over', email: 'bupati@contoh.go.id' });
    expect(deliveryState(mailed)).to.deep.equal({ label: 'Terkirim 5 Jan, 10.00', tone: 'selesai', isOpened: false });
    expect(deliveryFacts(mailed)).to.equal('Diserahkan 5 Jan, 10.00 · bupati@contoh.go.id');
  });

  it('says why a delivery failed', () => {
    const failed = recipient({ deliveryStatus: 'failed', deliveredAt: null, failure: 'Kotak surel penuh' });
    expect([deliveryState(failed).label, deliveryFacts(failed)]).to.deep.equal(['Gagal terkirim', 'Kotak surel penuh']);
  });

  it('counts those who opened the letter', () => {
    expect(countReaders([recipient({}), recipient({ openedAt: '2026-01-05T04:40:00.000Z' })])).to.deep.equal({
      opened: 1,
      of: 2,
    });
  });
});
