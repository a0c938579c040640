import { expect } from 'chai';
import { getIntake } from '../../server/intake/get-intake.ts';
import { cancelIncoming } from '../../server/registration/cancel-incoming.ts';
import { findDuplicates } from '../../server/registration/find-duplicates.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { BUPATI_SINTANG, linesPdf } from '../reading/sample-letters.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { refusalOf } from '../support/refusal.ts';
import { register, upload } from '../support/registration.ts';

describe('finding a letter that is registered already', function () {
  this.timeout(60_000);

  let deps: TestDeps;
  let agency: TestAgency;

  beforeEach(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const ask = async (asked: { senderTitle?: string; senderUnit?: string; number?: string; intakeId?: string }) => {
    const input = { senderTitle: '', senderUnit: '', number: '', intakeId: null, ...asked };
    return (await findDuplicates(deps, await agency.actor('tu'), input)).duplicates;
  };

  it('knows the number however it is spaced, and the sender with or without the office', async () => {
    const { id } = await register(deps, agency, { content: { number: '600.1.10/1873/DPUPR-B/2026' } });
    const number = '600.1.10 / 1873 / dpupr-b / 2026';
    const [found] = await ask({ number, senderTitle: 'BUPATI SINTANG' });
    expect(found).to.include({ incomingId: id, reason: 'same_number', likeness: 1, agendaNumber: 1 });
    expect(await ask({ number, senderTitle: 'Bupati Sekadau' })).to.deep.equal([]);
    expect(await ask({ number: '600.1.10/1878/DPUPR-B/2026', senderTitle: 'Bupati Sintang' })).to.deep.equal([]);
  });

  it('lets a clerk who compared them register the second one, and forgets a cancelled one', async () => {
    const number = '5/2026';
    const first = await register(deps, agency, { content: { number } });
    const refused = await refusalOf(register(deps, agency, { content: { number } }), 'possible_duplicate');
    expect(refused.message).to.include('nomor agenda 1 Tahun 2026');
    const second = await register(deps, agency, { content: { number }, isNotDuplicate: true });
    expect(second.agendaNumber).to.equal(2);
    for (const { id: incomingId, version } of [first, second])
      await cancelIncoming(deps, await agency.actor('tu'), { incomingId, version, reason: 'Uji' });
    await register(deps, agency, { content: { number } });
  });

  it('knows the same file, and nearly the same text in another file', async () => {
    const original = await linesPdf(BUPATI_SINTANG);
    const first = await upload(deps, agency, original);
    await drainOutbox(deps);
    const { id } = await register(deps, agency, { intakeId: first.id });
    const same = await upload(deps, agency, original);
    const retyped = BUPATI_SINTANG.map((line) => ({ ...line, text: line.text.replace('1873', '1878') }));
    const near = await upload(deps, agency, await linesPdf(retyped));
    const other = await upload(
      deps,
      agency,
      await linesPdf(
        BUPATI_SINTANG.map((line, index) => ({
          ...line,
          text: `kata${String(index)} lain ${String(index * 7)} sekali lagi`,
        })),
      ),
    );
    await drainOutbox(deps);
    expect((await ask({ intakeId: same.id }))[0]).to.include({ incomingId: id, reason: 'same_file', likeness: 1 });
    const [alike] = await ask({ intakeId: near.id });
    expect(alike).to.include({ incomingId: id, reason: 'near_same_text' });
    expect(alike?.likeness).to.be.within(0.8, 1);
    expect(await ask({ intakeId: other.id })).to.deep.equal([]);
    const refused = await refusalOf(register(deps, agency, { intakeId: near.id }), 'possible_duplicate');
    expect(refused.message).to.match(/isinya \d+% mirip/u);
    expect((await getIntake(deps, await agency.actor('tu'), { intakeId: near.id })).state).to.equal('ready');
  });

  it('compares only with letters of the own unit', async () => {
    const number = '7/2026';
    await register(deps, agency, { as: 'tupupr', content: { number } });
    expect(await ask({ number, senderTitle: 'Bupati Sintang' })).to.deep.equal([]);
    await register(deps, agency, { content: { number } });
  });
});
