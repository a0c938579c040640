import { expect } from 'chai';
import { listContacts } from '../../server/registration/list-contacts.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { refusalOf } from '../support/refusal.ts';
import { register } from '../support/registration.ts';

describe('the senders a registry knows', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    const senders: [title: string, unit: string][] = [
      ['Bupati Sintang', 'Pemerintah Kabupaten Sintang'],
      ['BUPATI SINTANG', 'Pemerintah Kabupaten Sintang'],
      ['Bupati Sekadau', 'Pemerintah Kabupaten Sekadau'],
      ['Direktur Utama', 'PT Kapuas Sejahtera'],
      ['Kepala Balai', 'Balai Wilayah Sungai Kalimantan I'],
    ];
    for (const [senderTitle = '', senderUnit = ''] of senders)
      await register(deps, agency, { content: { senderTitle, senderUnit } });
  });
  after(() => deps.release());

  const ask = async (q: string) => (await listContacts(deps, await agency.actor('tu'), { q })).contacts;

  for (const misspelt of ['Bupati Sintnag', 'bupti sintang', 'Pemkab Sintang', 'Sintang'])
    it(`are found as ${misspelt}`, async () => {
      const [first] = await ask(misspelt);
      expect(first).to.include({
        title: 'Bupati Sintang',
        organisation: 'Pemerintah Kabupaten Sintang',
        letterCount: 2,
      });
    });

  it('are found by a part of the office', async () => {
    expect((await ask('balai sungai kalimntan'))[0]?.title).to.equal('Kepala Balai');
    expect((await ask('kapuas sejatera'))[0]?.organisation).to.equal('PT Kapuas Sejahtera');
    expect(await ask('Zulkarnaen Yogyakarta')).to.deep.equal([]);
  });

  it('come by use when nothing is typed, and belong to the agency', async () => {
    const all = await ask('');
    expect(all.map(({ letterCount }) => letterCount)).to.deep.equal([2, 1, 1, 1]);
    const other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    const theirs = await listContacts(deps, await other.actor('tu'), { q: 'Bupati Sintang' });
    expect(theirs.contacts).to.deep.equal([]);
    await refusalOf(listContacts(deps, await agency.actor('staf'), { q: 'Sintang' }), 'forbidden');
  });
});
