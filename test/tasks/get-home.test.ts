import { expect } from 'chai';
import { markIncomingRead } from '../../server/incoming/mark-incoming-read.ts';
import { returnLetter } from '../../server/letters/return-letter.ts';
import { readNotifications } from '../../server/notifications/read-notifications.ts';
import { listNotifications } from '../../server/notifications/list-notifications.ts';
import { getCounts } from '../../server/tasks/get-counts.ts';
import { getHome } from '../../server/tasks/get-home.ts';
import { listPressingTasks } from '../../server/tasks/queries.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { planOf } from '../support/explain.ts';
import { giveCertificate, press, readyToSign } from '../support/letters.ts';
import { disposed, receivedLetter } from '../support/received-letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { drainOutbox } from '../../workers/drain.ts';

const NOTHING = {
  incomingUnread: 0,
  intakeWaiting: 0,
  disposalsWaiting: 0,
  dispositionsOpen: 0,
  dispositionsLate: 0,
  recordsUnfiled: 0,
  toInitial: 0,
  toSign: 0,
  drafts: 0,
  returned: 0,
  waitingInSigning: 0,
};
const DAY_MS = 24 * 3_600_000;

describe('what waits for a desk', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
  });
  after(() => deps.release());

  const counts = async (key: DeskKey) => {
    const found = await getCounts(deps, await agency.actor(key));
    return Object.fromEntries(Object.keys(NOTHING).map((name) => [name, found[name as keyof typeof NOTHING]]));
  };
  const home = async (key: DeskKey) => getHome(deps, await agency.actor(key));

  it('is nothing at the start', async () => {
    expect(await counts('kadis')).to.deep.equal(NOTHING);
    expect(await home('kadis')).to.deep.include({ next: null, taskCount: 0, deadlines: [], drafts: [] });
  });

  it('is a letter to sign, and its return for the drafter', async () => {
    const letter = await readyToSign(deps, agency, { subject: 'Permintaan data' });
    expect(await counts('kadis')).to.deep.equal({ ...NOTHING, toSign: 1 });
    const atKadis = await home('kadis');
    expect(atKadis.next).to.include({ kind: 'sign', path: `/ttd/${letter.id}`, subject: 'Permintaan data' });
    expect(atKadis.counts).to.include({ unopenedToSign: 1, urgentToSign: 0 });
    await readNotifications(deps, await agency.actor('kadis', { command: 'baca-semua-1' }));
    expect((await home('kadis')).counts.unopenedToSign).to.equal(0);

    await returnLetter(deps, await agency.actor('kadis'), {
      letterId: letter.id,
      version: letter.version,
      reason: 'Dasar hukum belum disebut',
    });
    expect(await counts('kadis')).to.deep.equal(NOTHING);
    expect(await counts('staf')).to.deep.equal({ ...NOTHING, drafts: 1, returned: 1 });
    const atStaf = await home('staf');
    expect(atStaf.next).to.include({ kind: 'mend', path: `/konsep/${letter.id}` });
    expect(atStaf.next?.note).to.match(/dikembalikan Kepala Dinas Komunikasi/u);
    expect(atStaf.drafts.map(({ id }) => id)).to.deep.equal([letter.id]);
  });

  it('is an incoming letter until the desk has done its part, read or not', async () => {
    await signedLetter(deps, agency, { subject: 'Undangan rapat' });
    expect(await counts('kadispupr')).to.deep.equal({ ...NOTHING, incomingUnread: 1 });
    expect((await home('kadispupr')).next).to.include({ kind: 'read', subject: 'Undangan rapat' });
    expect(await counts('staf2')).to.deep.equal(NOTHING);
    const { adminUrl } = deps.database;
    const incomingId = await valueOf<string>(adminUrl, 'select incoming_id from incoming_addressee');
    await markIncomingRead(deps, await agency.actor('kadispupr'), { incomingId });
    expect(await counts('kadispupr')).to.deep.equal(NOTHING);
    const read = await home('kadispupr');
    expect(read).to.include({ taskCount: 1 });
    expect(read.next).to.include({ kind: 'read', path: `/masuk/${incomingId}` });
    await rowsOf(adminUrl, 'update incoming_addressee set settled_at = $1', [deps.now()]);
    expect(await home('kadispupr')).to.include({ taskCount: 0, next: null });
  });

  it('is a letter from outside until it is over', async () => {
    const { id } = await receivedLetter(deps, agency, { to: 'sekda', dueDate: '2026-12-01', handlingGrade: 'segera' });
    expect(await counts('sekda')).to.deep.equal({ ...NOTHING, incomingUnread: 1 });
    const { next, deadlines } = await home('sekda');
    expect(next).to.include({
      kind: 'read',
      path: `/masuk/${id}`,
      subject: 'Permohonan data aplikasi',
      note: 'Surat masuk, dari Bupati Kapuas Hulu',
    });
    expect(deadlines.map(({ dueDate }) => dueDate)).to.deep.equal(['2026-12-01']);
    await rowsOf(deps.database.adminUrl, `update incoming_letter set status = 'done' where id = $1`, [id]);
    expect(await home('sekda')).to.include({ taskCount: 0, next: null });
  });

  it('is a disposition, the nearest deadline first, and late when its deadline passed while its clock runs', async () => {
    const { id: incomingId } = await receivedLetter(deps, agency, { to: 'kadis', subject: 'Data layanan' });
    const give = (days: number) =>
      disposed(deps, agency, {
        incomingId,
        from: 'kadis',
        to: 'kabid',
        dueAt: new Date(deps.now().getTime() + days * DAY_MS),
      });
    await give(5);
    const nearest = await give(2);
    const paused = await give(-2);
    expect(await counts('kabid')).to.deep.equal({ ...NOTHING, dispositionsOpen: 3, dispositionsLate: 1 });
    const { adminUrl } = deps.database;
    await rowsOf(
      adminUrl,
      `update disposition_item set paused_since = received_at, pause_reason = 'Menunggu data' where id = $1`,
      [paused],
    );
    expect(await counts('kabid')).to.deep.equal({ ...NOTHING, dispositionsOpen: 3 });
    await rowsOf(adminUrl, `update disposition_item set status = 'returned' where id = $1`, [paused]);
    const atKabid = await home('kabid');
    expect(atKabid).to.include({ taskCount: 2 });
    expect(atKabid.next).to.include({
      kind: 'disposition',
      path: `/disposisi/${nearest}`,
      subject: 'Data layanan',
      note: 'Disposisi dari Kepala Dinas Komunikasi dan Informatika',
    });
    expect(atKabid.deadlines.map(({ kind }) => kind)).to.deep.equal(['disposition', 'disposition']);
  });

  it('is the scan queue, for the registry of its unit', async () => {
    const { adminUrl } = deps.database;
    for (const state of ['reading', 'ready', 'ready', 'registered', 'discarded'])
      await rowsOf(
        adminUrl,
        `insert into intake (agency_id, id, unit_id, source, state, title, received_at) values ($1, gen_random_uuid(), $2, 'upload', $3, 'Pindaian', $4)`,
        [agency.agencyId, agency.unitId('kominfo'), state, deps.now()],
      );
    expect(await counts('tu')).to.deep.equal({ ...NOTHING, intakeWaiting: 3 });
    expect((await counts('tupupr'))['intakeWaiting']).to.equal(0);
    expect((await counts('arsiparis'))['intakeWaiting']).to.equal(0);
  });

  it('is counted up to a thousand, along the index of the desk, and listed so', async function () {
    this.timeout(60_000);
    const { adminUrl } = deps.database;
    const { id: incomingId } = await receivedLetter(deps, agency, { subject: 'Edaran' });
    const desk = agency.desk('sekdis').positionId;
    await rowsOf(
      adminUrl,
      `with given as (
         insert into disposition (agency_id, id, incoming_id, giver_position_id, giver_name, giver_title, giver_appointment_kind, state,
           created_at, deliver_at)
         select $1, gen_random_uuid(), $2, $3, '', '', 'definitif', 'delivered', $4, $4 from generate_series(1, 3000) returning id)
       insert into disposition_item (agency_id, id, disposition_id, incoming_id, giver_position_id, position_id, ordinal, instructions,
         status, due_at, due_date, received_at)
       select $1, gen_random_uuid(), id, $2, $3, $5, 0, array['Tindak lanjuti'], 'unread', $4, '2026-11-24', $4 from given`,
      [agency.agencyId, incomingId, agency.desk('kadis').positionId, deps.now(), desk],
    );
    await rowsOf(adminUrl, 'analyze disposition_item');
    deps.advance(DAY_MS);
    expect(await counts('sekdis')).to.deep.equal({ ...NOTHING, dispositionsOpen: 1000, dispositionsLate: 1000 });
    const plan = await deps.db.transaction({ agencyId: agency.agencyId }, (tx) =>
      planOf(tx, (spied) => listPressingTasks(spied, { agencyId: agency.agencyId, positionId: desk, limit: 500 })),
    );
    expect(plan).to.match(/Index Scan using disposition_item_open/u);
    expect((await home('sekdis')).taskCount).to.equal(1000);
  });

  it('shows to drafter and signatory that a letter waits for the timestamp service', async () => {
    const letter = await readyToSign(deps, agency);
    deps.timestampService.isDown = true;
    await press(deps, agency, letter);
    await drainOutbox(deps);
    for (const key of ['staf', 'kadis'] as const) expect((await counts(key))['waitingInSigning'], key).to.equal(1);
    expect((await counts('kadispupr'))['waitingInSigning']).to.equal(0);
    deps.timestampService.isDown = false;
    deps.advance(120_000);
    await drainOutbox(deps);
    expect((await counts('staf'))['waitingInSigning']).to.equal(0);
  });

  it('lists notices with the screen they lead to, and marks them read for this desk only', async () => {
    const before = await listNotifications(deps, await agency.actor('kadispupr'));
    expect(before.unread).to.be.greaterThan(0);
    expect(before.items[0]?.path).to.match(/^\/masuk\//u);
    const drafterUnread = (await listNotifications(deps, await agency.actor('staf'))).unread;
    const { read } = await readNotifications(deps, await agency.actor('kadispupr', { command: 'baca-semua-2' }));
    expect(read).to.equal(before.unread);
    expect((await listNotifications(deps, await agency.actor('kadispupr'))).unread).to.equal(0);
    expect((await listNotifications(deps, await agency.actor('staf'))).unread).to.equal(drafterUnread);
  });
});
