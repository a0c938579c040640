import { expect } from 'chai';
import type { DeskActor } from '../../server/deps.ts';
import type { IncomingListItem } from '../../server/incoming/contract.ts';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { countIncoming, listIncoming } from '../../server/incoming/list-incoming.ts';
import { markIncomingRead } from '../../server/incoming/mark-incoming-read.ts';
import { getLetter } from '../../server/letters/get-letter.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside, type LetterWanted, outside, press, readyToSign } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { valueOf } from '../support/rows.ts';

describe('the inbox of a desk', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;

  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
  });
  afterEach(() => deps.release());

  const send = async (wanted: LetterWanted): Promise<string> => {
    const letter = await readyToSign(deps, agency, wanted);
    await press(deps, agency, letter);
    await drainOutbox(deps);
    return letter.id;
  };
  const inboxOf = async (actor: DeskActor): Promise<IncomingListItem[]> =>
    (await listIncoming(deps, actor, { tab: 'all', limit: 30 })).items;

  it('tells the sender when the addressed desk first opened it', async () => {
    const letterId = await send({ to: [inside(agency, 'kadispupr')] });
    const reader = await agency.actor('kadispupr');
    const [item] = await inboxOf(reader);
    const incomingId = item?.id ?? '';
    expect(item?.readAt).to.equal(null);
    await refusalOf(markIncomingRead(deps, await agency.actor('tupupr'), { incomingId }), 'forbidden');
    const { readAt } = await markIncomingRead(deps, reader, { incomingId });
    deps.advance(60_000);
    expect(await markIncomingRead(deps, reader, { incomingId })).to.deep.equal({ readAt });
    expect((await getIncoming(deps, reader, { incomingId })).readAt).to.equal(readAt);
    const letter = await getLetter(deps, await agency.actor('staf'), { letterId });
    expect(letter.recipients[0]?.openedAt).to.equal(readAt);
    const events = `select count(*)::int from event where letter_id = $1 and action = 'letter.read'`;
    expect(await valueOf(adminUrl, events, [letterId])).to.equal(1);
  });

  it('pages through an inbox and counts it by tab', async () => {
    for (let index = 0; index < 5; index += 1) {
      deps.advance(1000);
      const wanted = index === 0 ? { to: [outside('PT Uji')], cc: [inside(agency, 'kadispupr')] } : {};
      await send({ subject: `Surat ${index}`, ...wanted });
    }
    const reader = await agency.actor('kadispupr');
    const first = await listIncoming(deps, reader, { tab: 'all', limit: 3 });
    expect(first.items.map((item) => item.subject)).to.deep.equal(['Surat 4', 'Surat 3', 'Surat 2']);
    expect(await countIncoming(deps, reader)).to.deep.equal({ all: 5, open: 4, unread: 5, urgent: 0, cc: 1 });
    const second = await listIncoming(deps, reader, { tab: 'all', limit: 3, after: first.next ?? '' });
    expect(second.items.map((item) => item.subject)).to.deep.equal(['Surat 1', 'Surat 0']);
    expect(second.next).to.equal(null);
    await markIncomingRead(deps, reader, { incomingId: first.items[0]?.id ?? '' });
    expect((await listIncoming(deps, reader, { tab: 'unread', limit: 30 })).items).to.have.length(4);
    expect((await listIncoming(deps, reader, { tab: 'cc', limit: 30 })).items.map((item) => item.role)).to.deep.equal([
      'cc',
    ]);
    await refusalOf(
      Promise.resolve().then(() => listIncoming(deps, reader, { tab: 'all', limit: 3, after: 'rusak' })),
      'invalid_input',
    );
  });
});
