import { expect } from 'chai';
import { suggestClassifications } from '../../server/registration/suggest-classifications.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { register } from '../support/registration.ts';

describe('proposing a classification code', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  after(() => deps.release());

  const ask = async (subject: string) =>
    (await suggestClassifications(deps, await agency.actor('tu'), { subject })).classifications.map(({ code }) => code);

  it('goes by the words of the code, also in another form', async () => {
    expect((await ask('Undangan sosialisasi e-Government'))[0]).to.equal('500.12.6');
    expect(await ask('Laporan tentang ketatausahaan kantor')).to.deep.equal(['000.1']);
    expect(await ask('yang di pada')).to.deep.equal([]);
  });

  it('learns from what letters with such words got', async () => {
    expect(await ask('Usulan Penanganan Jembatan')).to.deep.equal([]);
    await register(deps, agency, { content: { subject: 'Penanganan darurat jembatan', classificationCode: '000.1' } });
    expect(await ask('Usulan Penanganan Jembatan')).to.deep.equal(['000.1']);
  });
});
