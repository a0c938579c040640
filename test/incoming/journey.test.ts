import { expect } from 'chai';
import { recordEvents } from '../../server/audit/record-events.ts';
import { deriveIncomingHolds } from '../../server/incoming/incoming-holds.ts';
import { getIncomingJourney } from '../../server/incoming/get-incoming-journey.ts';
import { markIncomingRead } from '../../server/incoming/mark-incoming-read.ts';
import { getJourney } from '../../server/letters/get-journey.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside } from '../support/letters.ts';
import { disposed, receivedLetter } from '../support/received-letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

const HOUR_MS = 3_600_000;

describe('the journey of an incoming letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  beforeEach(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const journeyFor = async (key: DeskKey, incomingId: string) =>
    getIncomingJourney(deps, await agency.actor(key), { incomingId });
  const record = async (key: DeskKey, letterId: string, action: string, detail: Record<string, unknown>) => {
    const actor = await agency.actor(key);
    await deps.db.transaction({ agencyId: agency.agencyId }, (tx) =>
      recordEvents(tx, deps, actor, [{ action, letterId, detail: { incomingId: letterId, ...detail } }]),
    );
  };

  it('tells from the counter on who did what, and how long each desk has held it in office hours', async () => {
    // Tuesday 24 November 2026, 09.00 in Pontianak; directed at 10.00, disposed of at 12.00, closed next day at 09.00.
    const { id, agendaNumber } = await receivedLetter(deps, agency);
    await record('tu', id, 'incoming.registered', { agendaNumber });
    deps.advance(HOUR_MS);
    const kadis = agency.desk('kadis').positionId;
    await record('tu', id, 'incoming.directed', { to: [kadis], cc: [], note: 'Mohon arahan' });
    await rowsOf(
      deps.database.adminUrl,
      `with directed as (update incoming_letter set status = 'directed', directed_at = $3 where id = $2)
       insert into incoming_addressee (agency_id, incoming_id, position_id, role, received_at) values ($1, $2, $4, 'to', $3)`,
      [agency.agencyId, id, deps.now(), kadis],
    );
    deps.advance(2 * HOUR_MS);
    const itemId = await disposed(deps, agency, { incomingId: id, from: 'kadis', to: 'kabid' });
    const recipients = [{ itemId, positionId: agency.desk('kabid').positionId }];
    await record('kadis', id, 'disposition.given', { dispositionId: await ofItem(itemId), recipients });
    await rowsOf(deps.database.adminUrl, `update incoming_addressee set settled_at = $2 where incoming_id = $1`, [
      id,
      deps.now(),
    ]);
    deps.advance(HOUR_MS);
    expect((await journeyFor('tu', id)).desks).to.deep.equal([
      { label: 'Tata usaha Dinas Komunikasi dan Informatika', officeMinutes: 60, isRunning: false },
      { label: 'Ka. Dinas Komunikasi dan Informatika', officeMinutes: 120, isRunning: false },
      { label: 'Ka. Bidang Aplikasi Informatika', officeMinutes: 60, isRunning: true },
    ]);
    deps.advance(20 * HOUR_MS);
    await record('kabid', id, 'disposition.closed', { itemId });
    await rowsOf(deps.database.adminUrl, `update disposition_item set status = 'done', closed_at = $2 where id = $1`, [
      itemId,
      deps.now(),
    ]);
    const journey = await journeyFor('kadis', id);
    expect(journey.entries.map(({ title, detail, officeMinutes }) => [title, detail, officeMinutes])).to.deep.equal([
      ['Diregistrasi', 'Pejabat Tu, S.Kom. · Pengadministrasi Umum Diskominfo · agenda masuk 1', null],
      [
        'Diarahkan ke Ka. Dinas Komunikasi dan Informatika',
        'Pejabat Tu, S.Kom. · Pengadministrasi Umum Diskominfo · “Mohon arahan”',
        60,
      ],
      [
        'Disposisi ke Ka. Bidang Aplikasi Informatika',
        'Pejabat Kadis, S.Kom. · Kepala Dinas Komunikasi dan Informatika',
        120,
      ],
      // 12.00-16.00 and 07.30-09.00: the night does not count.
      ['Disposisi selesai', 'Pejabat Kabid, S.Kom. · Kepala Bidang Aplikasi Informatika', 330],
    ]);
    expect(journey.entries[3]?.elapsedMinutes).to.equal(21 * 60);
    expect(journey.desks[2]).to.deep.include({ officeMinutes: 330, isRunning: false });
    expect(journey.audit).to.include({ events: 4, isIntact: true });
  });

  const ofItem = (itemId: string) =>
    valueOf<string>(deps.database.adminUrl, 'select disposition_id from disposition_item where id = $1', [itemId]);

  it('counts no day that the agency itself has off', async () => {
    const { id } = await receivedLetter(deps, agency);
    deps.advance(24 * HOUR_MS);
    // 09.00-16.00 on Tuesday and 07.30-09.00 on Wednesday.
    expect((await journeyFor('tu', id)).desks).to.deep.include.members([
      { label: 'Tata usaha Dinas Komunikasi dan Informatika', officeMinutes: 510, isRunning: true },
    ]);
    await rowsOf(deps.database.adminUrl, `insert into agency_holiday values ($1, '2026-11-24', 'Hari jadi', true)`, [
      agency.agencyId,
    ]);
    expect((await journeyFor('tu', id)).desks[0]?.officeMinutes).to.equal(90);
  });

  it('shows of the dispositions only the part that the reader may see', async () => {
    const { id } = await receivedLetter(deps, agency, { to: 'kadis' });
    const give = async (to: DeskKey) => {
      const itemId = await disposed(deps, agency, { incomingId: id, from: 'kadis', to });
      const recipients = [{ itemId, positionId: agency.desk(to).positionId }];
      await record('kadis', id, 'disposition.given', { dispositionId: await ofItem(itemId), recipients });
    };
    await give('kabid');
    await give('sekdis');
    const titles = async (key: DeskKey) => (await journeyFor(key, id)).entries.map(({ title }) => title);
    const labels = async (key: DeskKey) => (await journeyFor(key, id)).desks.map(({ label }) => label);
    const [ofKabid, ofSekdis] = ['Ka. Bidang Aplikasi Informatika', 'Sekretaris Dinas Komunikasi dan Informatika'];
    expect(await titles('kadis')).to.deep.equal([`Disposisi ke ${ofKabid}`, `Disposisi ke ${ofSekdis}`]);
    expect(await titles('kabid')).to.deep.equal([`Disposisi ke ${ofKabid}`]);
    expect(await labels('kabid'))
      .to.include(ofKabid)
      .and.not.include(ofSekdis);
    await refusalOf(journeyFor('staf', id), 'forbidden');
    await refusalOf(journeyFor('tupupr', id), 'forbidden');
  });

  it('of a letter of ours shows its signature and what happened in this register, not the drafting', async () => {
    await giveCertificate(deps, agency, 'kadis');
    const to = [inside(agency, 'kadispupr'), inside(agency, 'sekda')];
    const letter = await signedLetter(deps, agency, { to });
    const [atPupr] = await rowsOf<{ id: string }>(
      deps.database.adminUrl,
      'select id from incoming_letter where origin_letter_id = $1 and unit_id = $2',
      [letter.id, agency.unitId('pupr')],
    );
    const incomingId = atPupr?.id ?? '';
    deps.advance(HOUR_MS);
    await markIncomingRead(deps, await agency.actor('kadispupr'), { incomingId });
    const journey = await journeyFor('kadispupr', incomingId);
    expect(journey.entries.map(({ title }) => title)).to.deep.equal([
      'Ditandatangani (TTE)',
      'Diterima',
      'Diusulkan masuk berkas',
      'Dibaca',
    ]);
    expect(journey.entries[1]?.detail).to.equal('Dinas Pekerjaan Umum dan Penataan Ruang · agenda masuk 1');
    expect(journey.desks).to.deep.equal([
      { label: 'Ka. Dinas Pekerjaan Umum dan Penataan Ruang', officeMinutes: 60, isRunning: true },
    ]);
    const sent = await getJourney(deps, await agency.actor('staf'), { letterId: letter.id });
    expect(sent.entries.map(({ title }) => title)).to.include.members(['Konsep dibuat', 'Terkirim', 'Dibaca penerima']);
  });

  it('ends every hold when the letter is cancelled or done', () => {
    const moments = {
      receivedAt: '2026-11-24T02:00:00.000Z',
      directedAt: null,
      doneAt: null,
      cancelledAt: '2026-11-24T03:00:00.000Z',
    };
    const held = { moments, turns: [], items: [], now: '2026-11-25T02:00:00.000Z' };
    expect(deriveIncomingHolds(held)).to.deep.equal([
      { positionId: 'registry', from: moments.receivedAt, to: moments.cancelledAt, endedBy: null, isRunning: false },
    ]);
  });
});
