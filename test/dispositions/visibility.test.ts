import { expect } from 'chai';
import { getDispositionItem } from '../../server/dispositions/get-disposition-item.ts';
import { getDispositionTree } from '../../server/dispositions/get-disposition-tree.ts';
import { reportFollowUp } from '../../server/dispositions/report-follow-up.ts';
import { sendDispositionMessage } from '../../server/dispositions/send-disposition-message.ts';
import type { DeskKey } from '../support/agency.ts';
import { makeIncoming } from '../support/incoming.ts';
import { refusalOf } from '../support/refusal.ts';
import { openOffice, type Office } from './office.ts';

describe('who sees which disposition', () => {
  let office: Office;

  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.deps.release());

  const treeOf = async (key: DeskKey, incomingId: string) => {
    const { items } = await getDispositionTree(office.deps, await office.agency.actor(key), { incomingId });
    return items.map((item) => item.recipient.title.split(' ').slice(0, 2).join(' ')).sort();
  };

  it('shows the own line: what leads to it, its equals, and everything beneath; never a cousin', async () => {
    const incomingId = await makeIncoming(office.deps, office.agency);
    const [left, right] = await office.send(incomingId, 'kadis', ['kabid', 'sekdis']);
    const own = await office.send(incomingId, 'kabid', ['staf', 'staf2'], left?.id ?? '');
    const cousin = await office.send(incomingId, 'sekdis', ['arsiparis'], right?.id ?? '');
    const all = ['Analis Sistem', 'Arsiparis Ahli', 'Kepala Bidang', 'Pranata Komputer', 'Sekretaris Dinas'];
    expect(await treeOf('kadis', incomingId)).to.deep.equal(all);
    expect(await treeOf('tu', incomingId)).to.deep.equal(all);
    expect(await treeOf('kabid', incomingId)).to.deep.equal([
      'Analis Sistem',
      'Kepala Bidang',
      'Pranata Komputer',
      'Sekretaris Dinas',
    ]);
    expect(await treeOf('staf', incomingId)).to.deep.equal(['Analis Sistem', 'Kepala Bidang', 'Pranata Komputer']);
    const asks = async (key: DeskKey, itemId: string | undefined) =>
      getDispositionItem(office.deps, await office.agency.actor(key), { itemId: itemId ?? '' });
    await refusalOf(asks('staf', cousin[0]?.id), 'forbidden');
    await refusalOf(asks('kabid', cousin[0]?.id), 'forbidden');
    await refusalOf(asks('kadispupr', own[0]?.id), 'forbidden');
    await refusalOf(treeOf('kadispupr', incomingId), 'forbidden');
  });

  it('keeps what is private between giver and recipient', async () => {
    const incomingId = await makeIncoming(office.deps, office.agency);
    const { deps, agency } = office;
    const [hidden] = await office.send(incomingId, 'kadis', [
      ['kabid', { isPrivate: true, note: 'Hanya untuk Anda', instructions: ['Bicarakan dengan saya'] }],
      'sekdis',
    ]);
    const itemId = hidden?.id ?? '';
    const report = { itemId, text: 'Isi laporan pribadi', isFinal: false, fileIds: [], forceReason: '' };
    await reportFollowUp(deps, await agency.actor('kabid'), report);
    await sendDispositionMessage(deps, await agency.actor('kabid'), { itemId, text: 'Isi pesan pribadi' });
    for (const key of ['sekdis', 'tu'] as const) {
      const actor = await agency.actor(key);
      const answer = JSON.stringify([
        await getDispositionItem(deps, actor, { itemId }),
        await getDispositionTree(deps, actor, { incomingId }),
      ]);
      expect(answer).to.match(/"isHidden":true/u);
      expect(answer, key).not.to.match(/Hanya untuk Anda|Bicarakan|Isi laporan|Isi pesan/u);
    }
    for (const key of ['kadis', 'kabid'] as const) {
      const { item, messages, reports } = await getDispositionItem(deps, await agency.actor(key), { itemId });
      expect(item).to.include({ isHidden: false, note: 'Hanya untuk Anda' });
      expect([messages.length, reports.length]).to.deep.equal([1, 1]);
    }
  });

  it('answers of a secret letter as of one that is not there, and never names it in a notice', async () => {
    const incomingId = await makeIncoming(office.deps, office.agency, { securityClass: 'R', subject: 'Mutasi pejabat' });
    const [item] = await office.send(incomingId, 'kadis', ['kabid']);
    for (const key of ['tu', 'arsiparis', 'sekdis'] as const) {
      await refusalOf(treeOf(key, incomingId), 'not_found');
      await refusalOf(office.item(key, item?.id ?? ''), 'not_found');
      await refusalOf(office.hold(incomingId, key, ['kabid']), 'not_found');
    }
    const notices = await office.noticesOf('kabid');
    expect(notices[0]?.text).to.match(/surat rahasia$/u);
    expect(JSON.stringify(notices)).not.to.match(/Mutasi/u);
  });
});
