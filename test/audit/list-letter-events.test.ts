import { expect } from 'chai';
import { listLetterEvents } from '../../server/audit/list-letter-events.ts';
import { listIncoming } from '../../server/incoming/list-incoming.ts';
import { openOffice } from '../dispositions/office.ts';
import { giveCertificate } from '../support/letters.ts';
import { signedLetter } from '../support/signed-letter.ts';

describe('the events of a letter', () => {
  it('do not tell its sender what the receiver does with its copy; an auditor sees all', async () => {
    const office = await openOffice();
    const { deps, agency } = office;
    try {
      await giveCertificate(deps, agency, 'kadis');
      const { id: letterId } = await signedLetter(deps, agency);
      const inbox = await listIncoming(deps, await agency.actor('kadispupr'), { tab: 'all', limit: 1 });
      await office.send(inbox.items[0]?.id ?? '', 'kadispupr', [['tupupr', { note: 'Jangan sampai pengirim tahu.' }]]);
      const actionsFor = async (key: 'staf' | 'auditor') =>
        (await listLetterEvents(deps, await agency.actor(key), { letterId })).events.map(({ action }) => action);
      expect(await actionsFor('auditor')).to.include.members(['disposition.given', 'disposition.delivered']);
      const told = await actionsFor('staf');
      expect(told).to.include('letter.signed');
      expect(told.filter((action) => /^(?:incoming|disposition)[.]/u.test(action))).to.deep.equal([]);
    } finally {
      await deps.release();
    }
  });
});
