import { expect } from 'chai';
import { openDemoTransport } from '../../server/delivery/demo-transport.ts';
import { getMailboxAttachment } from '../../server/delivery/get-mailbox-attachment.ts';
import { listMailbox } from '../../server/delivery/list-mailbox.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, outside, press, readyToSign } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';

describe('the demonstration mailbox', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    deps.mail = openDemoTransport(deps.config, deps.db, deps.now);
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    for (const securityClass of ['B', 'T'] as const) {
      const to = [outside('PT Khatulistiwa', `${securityClass.toLowerCase()}@contoh.go.id`)];
      await press(deps, agency, await readyToSign(deps, agency, { securityClass, to }));
    }
    await drainOutbox(deps);
  });
  after(() => deps.release());

  const addresses = async (key: DeskKey) =>
    (await listMailbox(deps, await agency.actor(key))).messages.map((mail) => mail.toAddress).sort();

  it('shows a desk the mails of the letters it may read, and no others', async () => {
    expect(await addresses('staf')).to.deep.equal(['b@contoh.go.id', 't@contoh.go.id']);
    expect(await addresses('arsiparis')).to.deep.equal(['b@contoh.go.id', 't@contoh.go.id']);
    expect(await addresses('tu')).to.deep.equal(['b@contoh.go.id']);
    expect(await addresses('tupupr')).to.deep.equal([]);
  });

  it('gives the PDF of a limited letter to its readers only', async () => {
    const { messages } = await listMailbox(deps, await agency.actor('staf'));
    const messageId = messages.find((mail) => mail.toAddress === 't@contoh.go.id')?.id ?? '';
    const reply = await getMailboxAttachment(deps, await agency.actor('staf'), { messageId });
    expect(
      Buffer.from(reply.bytes as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
    await refusalOf(getMailboxAttachment(deps, await agency.actor('tu'), { messageId }), 'not_found');
  });
});
