import { expect } from 'chai';
import sharp from 'sharp';
import { getIncomingFile } from '../../server/incoming/get-incoming-file.ts';
import { getIncomingPage } from '../../server/incoming/get-incoming-page.ts';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { receivedLetter } from '../support/received-letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

const ORIGINAL = Buffer.from('%PDF-1.7 berkas asli apa adanya');
const COPY = Buffer.from('%PDF-1.7 salinan dengan teks');

describe('pages and files of an incoming letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let picture: Buffer;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    const blank = { width: 1240, height: 1754, channels: 3, background: '#fafafa' } as const;
    picture = await sharp({ create: blank }).webp().toBuffer();
  });
  after(() => deps.release());

  const scanned = (securityClass: 'B' | 'R') =>
    receivedLetter(deps, agency, {
      to: 'kadis',
      securityClass,
      pages: [{ webp: picture, width: 1240, height: 1754 }],
      file: { name: 'surat bupati.pdf', mediaType: 'application/pdf', bytes: ORIGINAL },
      searchable: COPY,
    });
  const pageOf = async (key: DeskKey, incomingId: string, width: number, page = 1) => {
    const reply = await getIncomingPage(deps, await agency.actor(key), { incomingId, page, width });
    return { ...reply, bytes: Buffer.from(reply.bytes as Uint8Array) };
  };
  const widthOf = async (bytes: Buffer) => (await sharp(bytes).metadata()).width;
  const eventsOf = (id: string, action: string) =>
    rowsOf<{ body: string }>(deps.database.adminUrl, `select body from event where letter_id = $1 and action = $2`, [
      id,
      action,
    ]);

  it('shows a scanned page as it was made, or narrower when asked', async () => {
    const { id } = await scanned('B');
    const full = await pageOf('kadis', id, 2400);
    expect(full.bytes.equals(picture)).to.equal(true);
    expect(full).to.include({ mediaType: 'image/webp', disposition: 'inline', cacheControl: 'private, max-age=86400' });
    const narrow = await pageOf('kadis', id, 360);
    expect(await widthOf(narrow.bytes)).to.equal(360);
    expect(narrow.bytes.length).to.be.lessThan(full.bytes.length);
    expect(await eventsOf(id, 'letter.viewed')).to.deep.equal([]);
    await refusalOf(pageOf('kadis', id, 360, 2), 'not_found');
  });

  it('lets only desks that may read the letter see its pages and files', async () => {
    const { id } = await scanned('B');
    expect(await widthOf((await pageOf('tu', id, 360)).bytes)).to.equal(360);
    await refusalOf(pageOf('staf', id, 360), 'forbidden');
    await refusalOf(getIncomingFile(deps, await agency.actor('staf'), { incomingId: id, ordinal: 1 }), 'forbidden');
    const secret = await scanned('R');
    for (const key of ['tu', 'arsiparis'] as const) {
      await refusalOf(pageOf(key, secret.id, 360), 'not_found');
      const request = { incomingId: secret.id, ordinal: 1 };
      await refusalOf(getIncomingFile(deps, await agency.actor(key), request), 'not_found');
    }
  });

  it('records each look at a page of a secret letter, and keeps it out of the browser', async () => {
    const { id } = await scanned('R');
    const reply = await pageOf('kadis', id, 360);
    expect(reply.cacheControl).to.equal(undefined);
    const [event, ...others] = await eventsOf(id, 'letter.viewed');
    expect(others).to.deep.equal([]);
    expect(JSON.parse(event?.body ?? '{}')).to.deep.include({ detail: { page: 1, incomingId: id } });
  });

  it('gives the file byte for byte as it came, and the searchable copy as file 0, each as an event', async () => {
    const { id, agendaNumber } = await scanned('B');
    const actor = await agency.actor('kadis');
    const original = await getIncomingFile(deps, actor, { incomingId: id, ordinal: 1 });
    expect(Buffer.from(original.bytes as Uint8Array).equals(ORIGINAL)).to.equal(true);
    expect(original).to.include({ fileName: 'surat bupati.pdf', disposition: 'attachment' });
    const copy = await getIncomingFile(deps, actor, { incomingId: id, ordinal: 0 });
    expect(Buffer.from(copy.bytes as Uint8Array).equals(COPY)).to.equal(true);
    expect(copy.fileName).to.equal(`surat-masuk-2026-${agendaNumber}-salinan-teks.pdf`);
    await refusalOf(getIncomingFile(deps, actor, { incomingId: id, ordinal: 2 }), 'not_found');
    expect(await eventsOf(id, 'incoming.downloaded')).to.have.lengthOf(2);
  });

  it('draws the pages of a letter of ours, and gives its signed PDF', async () => {
    const letter = await signedLetter(deps, agency);
    const { adminUrl } = deps.database;
    const ofLetter = 'select id from incoming_letter where origin_letter_id = $1';
    const id = await valueOf<string>(adminUrl, ofLetter, [letter.id]);
    const { pages } = await getIncoming(deps, await agency.actor('kadispupr'), { incomingId: id });
    expect(pages.map(({ page }) => page)).to.deep.equal([1]);
    const drawn = await pageOf('kadispupr', id, 620);
    expect(await widthOf(drawn.bytes)).to.be.within(610, 630);
    await refusalOf(pageOf('kadispupr', id, 620, 9), 'not_found');
    const file = await getIncomingFile(deps, await agency.actor('kadispupr'), { incomingId: id, ordinal: 1 });
    expect(
      Buffer.from(file.bytes as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
    await refusalOf(pageOf('sekda', id, 620), 'forbidden');
  });
});
