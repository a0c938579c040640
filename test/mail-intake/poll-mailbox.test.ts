import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { describeMailProblem } from '../../server/mail-intake/describe-mail-problem.ts';
import {
  UNREAD_MAILBOX,
  type Mailbox,
  type MailboxCursor,
  type PolledMessage,
} from '../../server/mail-intake/mailbox.ts';
import { pollMailbox, type PollOptions } from '../../server/mail-intake/poll-mailbox.ts';
import { startImapServer, type ImapServer, type LineFault } from '../support/imap-server.ts';
import { compose, PDF } from './compose-mail.ts';

const letter = (number: number) =>
  compose({
    subject: `Surat ${number}`,
    messageId: `<s${number}@opd.example>`,
    attachments: [{ filename: 's.pdf', content: PDF }],
  });
const fetchOf = (uid: number) => new RegExp(`UID FETCH ${uid} .*BODY\\.PEEK`);

describe('pollMailbox', () => {
  let server: ImapServer;
  let letters: Buffer[];
  let taken: PolledMessage[];
  let written: MailboxCursor;

  beforeEach(async () => {
    letters = await Promise.all([1, 2, 3].map(letter));
    server = await startImapServer([
      { raw: letters[0]!, uid: 5 },
      { raw: letters[1]!, uid: 9 },
      { raw: letters[2]!, uid: 10 },
    ]);
    taken = [];
    written = UNREAD_MAILBOX;
  });
  afterEach(() => server.close());

  const mailbox = (changes: Partial<Mailbox> = {}): Mailbox => ({
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    allowsPlaintext: true,
    user: 'testuser',
    password: 'testpass',
    folder: 'INBOX',
    ...changes,
  });
  const poll = (options: PollOptions & { mailbox?: Partial<Mailbox> } = {}) =>
    pollMailbox(mailbox(options.mailbox), written, (message) => Promise.resolve(void taken.push(message)), {
      onAdvance: (cursor) => void (written = cursor),
      ...options,
    });
  const problemOf = (options: Parameters<typeof poll>[0] = {}) =>
    poll(options).then(
      () => 'no problem',
      (error: unknown) => describeMailProblem(error),
    );
  const uids = () => taken.map(({ uid }) => uid);

  it('takes each message once, in order and byte for byte, and leaves the mailbox as it was', async () => {
    expect(await poll()).to.deep.equal({ uidValidity: 1, lastUid: 10 });
    expect(taken).to.deep.equal([5, 9, 10].map((uid, index) => ({ uid, raw: letters[index] })));
    expect(await poll()).to.deep.equal({ uidValidity: 1, lastUid: 10 });
    expect(taken).to.have.length(3);
    server.append(await letter(4));
    await poll();
    expect(uids()).to.deep.equal([5, 9, 10, 11]);
    expect(server.folder.messages.flatMap(({ flags }) => flags ?? [])).to.deep.equal([]);
    expect(server.commands.join('\n'))
      .to.match(/EXAMINE/)
      .and.not.match(/ (SELECT|STORE|EXPUNGE|COPY|MOVE|APPEND|DELETE) /);
  });

  it('keeps what was taken when the line is cut in the middle of a message, and goes on there', async () => {
    server.fault = { command: fetchOf(9), kind: 'cut', afterBytes: 100 };
    expect(await problemOf()).to.match(/^Sambungan ke server surel terputus/);
    expect(uids()).to.deep.equal([5]);
    expect(written).to.deep.equal({ uidValidity: 1, lastUid: 5 });
    server.fault = null;
    expect(await poll()).to.deep.equal({ uidValidity: 1, lastUid: 10 });
    expect(uids()).to.deep.equal([5, 9, 10]);
    expect(taken[1]).to.deep.equal({ uid: 9, raw: letters[1] });
  });

  it('does not pass a message that could not be stored', async () => {
    const refuse = pollMailbox(
      mailbox(),
      written,
      (message) => (message.uid === 9 ? Promise.reject(new Error('disk full')) : Promise.resolve()),
      { onAdvance: (cursor) => void (written = cursor) },
    );
    expect(await refuse.catch((error: unknown) => (error as Error).message)).to.equal('disk full');
    expect(written.lastUid).to.equal(5);
  });

  it('starts over when the folder was made anew', async () => {
    await poll();
    server.folder.uidvalidity = 77;
    expect(await poll()).to.deep.equal({ uidValidity: 77, lastUid: 10 });
    expect(uids()).to.deep.equal([5, 9, 10, 5, 9, 10]);
  });

  it('takes a bounded number and the rest next time', async () => {
    expect(await poll({ maxMessages: 2 })).to.deep.equal({ uidValidity: 1, lastUid: 9 });
    expect(await poll({ maxMessages: 2 })).to.deep.equal({ uidValidity: 1, lastUid: 10 });
    expect(uids()).to.deep.equal([5, 9, 10]);
  });

  it('starts an unread folder with the first message of a day, and takes everything behind it', async () => {
    const [old, first, moved] = letters as [Buffer, Buffer, Buffer];
    await server.close();
    server = await startImapServer([
      { raw: old, uid: 5, arrivedAt: new Date('2026-01-02T03:00:00Z') },
      { raw: first, uid: 9, arrivedAt: new Date('2026-03-02T03:00:00Z') },
      { raw: moved, uid: 10, arrivedAt: new Date('2026-01-03T03:00:00Z') },
    ]);
    expect((await poll({ startFrom: '2026-04-01' })).lastUid).to.equal(0);
    expect((await poll({ startFrom: '2026-03-01', maxMessages: 1 })).lastUid).to.equal(9);
    expect((await poll({ startFrom: '2026-03-01' })).lastUid).to.equal(10);
    expect(uids()).to.deep.equal([9, 10]);
  });

  it('finds nothing in an empty folder', async () => {
    server.folder.messages.length = 0;
    expect(await poll()).to.deep.equal({ uidValidity: 1, lastUid: 0 });
  });

  it('announces a message that is too large and does not fetch it', async () => {
    server.append(await compose({ subject: 'Besar', messageId: '<besar@opd.example>', text: 'x'.repeat(5000) }));
    await poll({ maxBytes: 4000 });
    const { sizeBytes, ...announced } = taken[3] as Extract<PolledMessage, { tooLarge: true }>;
    expect(announced).to.deep.equal({
      uid: 11,
      tooLarge: true,
      envelope: {
        messageId: 'besar@opd.example',
        fromName: 'Dinas Pendidikan',
        fromAddress: 'tu@disdik.example',
        subject: 'Besar',
        sentAt: new Date('2026-03-02T03:04:05Z'),
      },
    });
    expect(sizeBytes).to.be.greaterThan(5000);
    expect(server.commands.some((command) => fetchOf(11).test(command))).to.equal(false);
  });

  it('names a wrong password, a missing folder and a port where nobody listens', async () => {
    expect(await problemOf({ mailbox: { password: 'salah' } })).to.match(/^Nama pengguna atau kata sandi/);
    expect(await problemOf({ mailbox: { folder: 'Tidak Ada' } })).to.match(/^Folder kotak surat tidak ditemukan/);
    expect(await problemOf({ mailbox: { port: 1 } })).to.match(/^Server surel menolak sambungan/);
    expect(taken).to.deep.equal([]);
  });

  it('gives up on a server that says nothing, at the door or in the middle of a message', async () => {
    const faults: LineFault[] = [
      { command: /greeting/, kind: 'dead', afterBytes: 0 },
      { command: /EXAMINE/, kind: 'dead', afterBytes: 0 },
      { command: fetchOf(9), kind: 'dead', afterBytes: 100 },
    ];
    for (const fault of faults) {
      server.fault = fault;
      const startedAt = performance.now();
      expect(await problemOf({ silenceMs: 400 })).to.match(/^Server surel tidak menjawab/);
      expect(performance.now() - startedAt).to.be.lessThan(3000);
    }
    expect(uids()).to.deep.equal([5]);
  });

  it('does not count the time that storing takes as silence', async () => {
    const cursor = await pollMailbox(mailbox(), UNREAD_MAILBOX, () => sleep(500).then(() => undefined), {
      silenceMs: 300,
    });
    expect(cursor.lastUid).to.equal(10);
  });

  it('does not send the password over a line that cannot be encrypted', async () => {
    expect(await problemOf({ mailbox: { allowsPlaintext: false } })).to.match(/^Sambungan aman ke server surel/);
    expect(server.commands.join('\n')).to.not.match(/LOGIN|AUTHENTICATE/);
  });

  it('names TLS on a port without it', async () => {
    expect(await problemOf({ mailbox: { secure: true } })).to.match(/^Server surel tidak berbicara TLS/);
  });
});

describe('pollMailbox over TLS', () => {
  it('trusts no certificate of unknown issue unless told to', async () => {
    const server = await startImapServer([{ raw: await letter(1) }], true);
    const mailbox = {
      host: '127.0.0.1',
      port: server.port,
      secure: true,
      user: 'testuser',
      password: 'testpass',
      folder: 'INBOX',
    };
    const take = () => Promise.resolve();
    const refused = await pollMailbox(mailbox, UNREAD_MAILBOX, take).catch(describeMailProblem);
    expect(refused).to.match(/^Sertifikat server surel/);
    const cursor = await pollMailbox({ ...mailbox, rejectUnauthorized: false }, UNREAD_MAILBOX, take);
    expect(cursor).to.deep.equal({ uidValidity: 1, lastUid: 1 });
    await server.close();
  });
});
