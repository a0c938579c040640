import { expect } from 'chai';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { openDemoTransport } from '../../server/delivery/demo-transport.ts';
import { getMailboxAttachment } from '../../server/delivery/get-mailbox-attachment.ts';
import { listMailbox } from '../../server/delivery/list-mailbox.ts';
import { openSmtpTransport } from '../../server/delivery/smtp-transport.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, outside, press, readyToSign } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

interface Peer {
  url: string;
  messages: string[];
  /** SMTP code the server answers a recipient with; 0 accepts. */
  refuseWith: number;
  close(): Promise<void>;
}

async function openPeer(): Promise<Peer> {
  const peer = { url: '', messages: [] as string[], refuseWith: 0, close: () => Promise.resolve() };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (peer.refuseWith === 0) done();
      else done(Object.assign(new Error('no such mailbox'), { responseCode: peer.refuseWith }));
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        peer.messages.push(Buffer.concat(chunks).toString('latin1'));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  peer.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  peer.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
  return peer;
}

describe('handing mails over', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let peer: Peer;
  let adminUrl: string;

  before(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    peer = await openPeer();
    deps.mail = openSmtpTransport({ smtpUrl: peer.url, mailFrom: deps.config.mailFrom }, deps.now);
  });
  after(async () => {
    await peer.close();
    await deps.release();
  });

  const send = async (): Promise<string> => {
    const letter = await readyToSign(deps, agency, { to: [outside('Universitas Uji', 'rektor@contoh.ac.id')] });
    await press(deps, agency, letter);
    await drainOutbox(deps);
    return letter.id;
  };
  const recipientOf = async (letterId: string) => {
    const [row] = await rowsOf<{ delivery_status: string; failure: string | null; status: string }>(
      adminUrl,
      'select r.delivery_status, r.failure, l.status from letter_recipient r join letter l on l.id = r.letter_id where l.id = $1',
      [letterId],
    );
    return row;
  };

  it('gives the next SMTP server the PDF and the Message-ID that was written down', async () => {
    const letterId = await send();
    const messageId = await valueOf<string>(adminUrl, 'select message_id from mail_message where letter_id = $1', [
      letterId,
    ]);
    const raw = peer.messages.at(-1) ?? '';
    expect(raw).to.contain(`Message-ID: ${messageId}`);
    expect(raw).to.contain('application/pdf');
    expect(raw).to.match(/^Date: Tue, 24 Nov 2026/mu);
    expect(await recipientOf(letterId)).to.deep.equal({
      delivery_status: 'handed_over',
      failure: null,
      status: 'dispatched',
    });
  });

  it('marks the addressee failed when the server refuses for good, and dispatches the letter', async () => {
    peer.refuseWith = 550;
    const letterId = await send();
    peer.refuseWith = 0;
    const recipient = await recipientOf(letterId);
    expect(recipient).to.include({ delivery_status: 'failed', status: 'dispatched' });
    expect(recipient?.failure).to.match(/ditolak server penerima .*550.*ekspedisi/u);
    const notices = `select count(*)::int from notification where letter_id = $1 and kind = 'mail_failed'`;
    expect(await valueOf(adminUrl, notices, [letterId])).to.equal(1);
  });

  it('tries again after a temporary refusal and hands over once', async () => {
    peer.refuseWith = 451;
    const taken = peer.messages.length;
    const letterId = await send();
    expect(await recipientOf(letterId)).to.include({ delivery_status: 'pending', status: 'signed' });
    peer.refuseWith = 0;
    deps.advance(60_000);
    await drainOutbox(deps);
    expect(await recipientOf(letterId)).to.include({ delivery_status: 'handed_over', status: 'dispatched' });
    expect(peer.messages.length - taken).to.equal(1);
  });

  it('keeps trying for five days, then gives up with a reason for the drafter', async () => {
    peer.refuseWith = 451;
    const letterId = await send();
    for (let hours = 0; hours < 114; hours += 1) {
      deps.advance(3_600_000);
      await drainOutbox(deps);
    }
    expect(await recipientOf(letterId)).to.include({ delivery_status: 'pending', status: 'signed' });
    for (let hours = 0; hours < 14; hours += 1) {
      deps.advance(3_600_000);
      await drainOutbox(deps);
    }
    peer.refuseWith = 0;
    const recipient = await recipientOf(letterId);
    expect(recipient).to.include({ delivery_status: 'failed', status: 'dispatched' });
    expect(recipient?.failure).to.contain('berkali-kali');
  });

  it('keeps in the demonstration mailbox what it would have sent, once per Message-ID', async () => {
    const demo = openDemoTransport(deps.config, deps.db, deps.now);
    deps.mail = {
      send: async (mail) => {
        await demo.send(mail);
        await demo.send(mail);
      },
    };
    const letterId = await send();
    const reader = await agency.actor('staf');
    const { messages } = await listMailbox(deps, reader);
    expect(messages).to.have.length(1);
    expect(messages[0]?.text).to.contain('ditandatangani secara elektronik');
    const file = await getMailboxAttachment(deps, reader, { messageId: messages[0]?.id ?? '' });
    const sha256 = await valueOf<string>(adminUrl, 'select signed_sha256 from letter where id = $1', [letterId]);
    expect(file.bytes).to.deep.equal(await deps.files.read(agency.agencyId, sha256));
    const raw = await valueOf<Buffer>(adminUrl, 'select raw from demo_mailbox');
    expect(raw.toString('latin1')).to.contain('application/pdf');
    const real = { ...deps, config: { ...deps.config, isDemo: false } };
    await refusalOf(listMailbox(real, reader), 'not_found');
  });
});
