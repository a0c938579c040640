import { expect } from 'chai';
import { getJourney } from '../../server/letters/get-journey.ts';
import { markIncomingRead } from '../../server/incoming/mark-incoming-read.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside, outside, press, readyToSign } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { valueOf } from '../support/rows.ts';
import { drainOutbox } from '../../workers/drain.ts';

describe('the journey of a letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let letterId: string;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadispupr');
    deps.setNow(new Date('2026-11-24T08:30:00Z'));
    const letter = await readyToSign(deps, agency, {
      signatory: 'kadispupr',
      to: [inside(agency, 'sekda')],
      cc: [outside('Bupati Sintang', 'bupati@contoh.go.id'), inside(agency, 'staf2')],
    });
    letterId = letter.id;
    // 15.30 WIB on Tuesday until 08.00 on Wednesday: 30 + 30 office minutes.
    deps.setNow(new Date('2026-11-25T01:00:00Z'));
    await press(deps, agency, letter, { as: 'kadispupr' });
    await drainOutbox(deps);
    deps.setNow(new Date('2026-11-25T03:00:00Z'));
    const incomingId = await valueOf<string>(
      deps.database.adminUrl,
      'select incoming_id from incoming_addressee where position_id = $1',
      [agency.desk('sekda').positionId],
    );
    await markIncomingRead(deps, await agency.actor('sekda'), { incomingId });
  });
  after(() => deps.release());

  const journey = async () => getJourney(deps, await agency.actor('staf'), { letterId });

  it('shows every step in order with names, desks and what was received where', async () => {
    const { entries } = await journey();
    const titles = entries.map(({ title }) => title);
    expect(titles).to.include.members([
      'Konsep dibuat',
      'Konsep diajukan',
      'Ditandatangani (TTE)',
      'Diterima',
      'Surel diserahkan',
      'Terkirim',
      'Dibaca penerima',
    ]);
    expect(titles).not.to.include('Perintah tanda tangan diterima');
    expect(entries.map(({ at }) => at)).to.deep.equal(entries.map(({ at }) => at).sort());
    const detailOf = (title: string) => entries.filter((entry) => entry.title === title).map(({ detail }) => detail);
    expect(detailOf('Konsep dibuat')).to.deep.equal([`${agency.desk('staf').name} · Pranata Komputer Ahli Pertama`]);
    expect(detailOf('Ditandatangani (TTE)')).to.deep.equal([
      `${agency.desk('kadispupr').name} · Kepala Dinas Pekerjaan Umum dan Penataan Ruang`,
    ]);
    expect(detailOf('Diterima')).to.have.members([
      'Sekretariat Daerah · agenda masuk 1',
      'Dinas Komunikasi dan Informatika · agenda masuk 1',
    ]);
    expect(detailOf('Surel diserahkan')).to.deep.equal(['Bupati Sintang']);
    expect(detailOf('Diusulkan masuk berkas').join(', ').split(', ')).to.have.members([
      'Dinas Komunikasi dan Informatika',
      'Sekretariat Daerah',
    ]);
    expect(detailOf('Terkirim')).to.deep.equal(['1 tujuan dan 2 tembusan']);
  });

  it('counts office hours beside the time that passed', async () => {
    const { entries, desks, totalOfficeMinutes, parallelMinutes } = await journey();
    const signed = entries.find(({ title }) => title === 'Ditandatangani (TTE)');
    expect(signed).to.include({ officeMinutes: 60, elapsedMinutes: 16 * 60 + 30 });
    expect(desks).to.deep.equal([
      { label: 'Konseptor', officeMinutes: 0, isParallel: false },
      { label: 'Ka. Dinas Pekerjaan Umum dan Penataan Ruang', officeMinutes: 60, isParallel: false },
    ]);
    expect({ totalOfficeMinutes, parallelMinutes }).to.deep.equal({ totalOfficeMinutes: 60, parallelMinutes: 0 });
  });

  it('says that its events stand unchanged in the chain', async () => {
    const { audit, entries } = await journey();
    expect(audit.isIntact).to.equal(true);
    expect(audit.events).to.be.at.least(entries.length);
    expect(audit.chainHead).to.match(/^[0-9a-f]{64}$/u);
  });

  it('is closed to desks that may not read the letter', async () => {
    await refusalOf(getJourney(deps, await agency.actor('admin'), { letterId }), 'forbidden');
  });
});
