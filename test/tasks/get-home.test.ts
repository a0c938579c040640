import { expect } from 'chai';
import { returnLetter } from '../../server/letters/return-letter.ts';
import { readNotifications } from '../../server/notifications/read-notifications.ts';
import { listNotifications } from '../../server/notifications/list-notifications.ts';
import { getCounts } from '../../server/tasks/get-counts.ts';
import { getHome } from '../../server/tasks/get-home.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, press, readyToSign } from '../support/letters.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { drainOutbox } from '../../workers/drain.ts';

const NOTHING = { incomingUnread: 0, toInitial: 0, toSign: 0, drafts: 0, returned: 0, waitingInSigning: 0 };

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

  it('is an incoming letter until the desk reads it', async () => {
    await signedLetter(deps, agency, { subject: 'Undangan rapat' });
    expect(await counts('kadispupr')).to.deep.equal({ ...NOTHING, incomingUnread: 1 });
    expect((await home('kadispupr')).next).to.include({ kind: 'read', subject: 'Undangan rapat' });
    expect(await counts('staf2')).to.deep.equal(NOTHING);
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
