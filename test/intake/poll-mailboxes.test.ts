import { expect } from 'chai';
import type { Deps } from '../../server/deps.ts';
import type { IntakeListItem } from '../../server/intake/contract.ts';
import { getIntake } from '../../server/intake/get-intake.ts';
import { listIntake } from '../../server/intake/list-intake.ts';
import { readMailboxAddress } from '../../server/intake/mailbox-address.ts';
import { pollMailboxes } from '../../server/intake/poll-mailboxes.ts';
import { takeMessage } from '../../server/intake/take-message.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { holdLock } from '../../workers/hold-lock.ts';
import { compose } from '../mail-intake/compose-mail.ts';
import { BUPATI_SINTANG, linesPdf } from '../reading/sample-letters.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { type ImapServer, startImapServer } from '../support/imap-server.ts';
import { register } from '../support/registration.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

describe('taking letters from a mailbox', function () {
  this.timeout(120_000);

  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;
  let server: ImapServer | undefined;

  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    await deps.release();
  });

  const mail = (index: number, attachments: { filename: string; content: Buffer }[] = []) =>
    compose({ messageId: `<surat-${String(index)}@pengirim.example>`, subject: `Surat ${String(index)}`, attachments });
  const withMailbox = (port: number, password = 'testpass', unit = 'diskominfo'): Deps => {
    const mailbox = readMailboxAddress(`imap://testuser:${password}@127.0.0.1:${String(port)}/INBOX?unit=${unit}`);
    if (!mailbox) throw new Error('no mailbox address');
    return { ...deps, config: { ...deps.config, intakeMailboxes: [mailbox] } };
  };
  const start = async (mails: Buffer[]): Promise<Deps> => {
    server = await startImapServer(mails.map((raw) => ({ raw })));
    return withMailbox(server.port);
  };
  const queue = async () => listIntake(deps, await agency.actor('tu'), { limit: 50 });
  const subjects = (items: readonly IntakeListItem[]) => items.map(({ subject }) => subject);

  it('leaves what arrived more than two weeks before the first poll, and takes all that comes later', async () => {
    const day = (count: number) => new Date(deps.now().getTime() - count * 86_400_000);
    const mails = await Promise.all([1, 2].map((index) => mail(index)));
    server = await startImapServer([
      { raw: mails[0]!, arrivedAt: day(40) },
      { raw: mails[1]!, arrivedAt: day(3) },
    ]);
    const there = withMailbox(server.port);
    await pollMailboxes(there);
    expect(subjects((await queue()).items)).to.deep.equal(['Surat 2']);
    deps.advance(60 * 86_400_000);
    server.append(await mail(3));
    await pollMailboxes(there);
    expect(subjects((await queue()).items)).to.have.members(['Surat 2', 'Surat 3']);
  });

  it('makes one item of each message with its attachments, reads it, and registers it', async () => {
    const content = Buffer.from(await linesPdf(BUPATI_SINTANG));
    const raw = await mail(1, [{ filename: 'surat.pdf', content }]);
    const there = await start([raw]);
    await pollMailboxes(there);
    await pollMailboxes(there);
    await drainOutbox(deps);
    const { items, mailProblems } = await queue();
    expect(mailProblems).to.deep.equal([]);
    expect(items).to.have.length(1);
    expect(items[0]).to.include({
      source: 'email',
      state: 'ready',
      fileCount: 1,
      pageCount: 1,
      sender: 'Bupati Sintang',
    });
    const item = await getIntake(deps, await agency.actor('tu'), { intakeId: items[0]?.id ?? '' });
    expect(item.mailFrom).to.equal('Dinas Pendidikan <tu@disdik.example>');
    expect(item.mailText).to.include('undangan rapat');
    const kept = await valueOf<string>(adminUrl, `select sha256 from blob_ref where owner_kind = 'intake_message'`);
    const bytes = Buffer.from(await deps.files.read(agency.agencyId, kept));
    expect(bytes.toString('latin1')).to.include('Message-ID: <surat-1@pengirim.example>');
    const letter = await register(deps, agency, { intakeId: item.id, content: { channel: 'email' } });
    expect(letter).to.include({ agendaNumber: 1, channel: 'email' });
  });

  it('goes on where the line was cut, each message once', async () => {
    const there = await start(await Promise.all([1, 2, 3, 4, 5].map((index) => mail(index))));
    if (server) server.fault = { command: /UID FETCH 3 .*BODY/iu, kind: 'cut', afterBytes: 120 };
    await pollMailboxes(there);
    const cut = await queue();
    expect(subjects(cut.items)).to.deep.equal(['Surat 1', 'Surat 2']);
    expect(cut.mailProblems).to.have.length(1);
    expect(cut.mailProblems[0]?.problem).to.match(/terputus|tidak menjawab/u);
    expect(cut.mailProblems[0]?.address).to.equal('testuser (127.0.0.1, INBOX)');
    if (server) server.fault = null;
    await pollMailboxes(there);
    const whole = await queue();
    expect(subjects(whole.items)).to.deep.equal([1, 2, 3, 4, 5].map((index) => `Surat ${String(index)}`));
    expect(whole.mailProblems).to.deep.equal([]);
  });

  it('takes each message once when two processes poll at the same time', async () => {
    const there = await start(await Promise.all([1, 2, 3, 4].map((index) => mail(index))));
    await Promise.all([pollMailboxes(there), pollMailboxes(there)]);
    expect((await queue()).items).to.have.length(4);
    expect(await valueOf(adminUrl, 'select last_uid::int from intake_mailbox')).to.equal(4);
  });

  it('lets one process at a time poll', async () => {
    const ran: string[] = [];
    const lock = (name: string, work: () => Promise<void>) => holdLock(deps.config.databaseUrl, name, work);
    await lock('uji', async () => {
      ran.push('pertama');
      await lock('uji', () => Promise.resolve(void ran.push('kedua')));
    });
    await lock('uji', () => Promise.resolve(void ran.push('ketiga')));
    expect(ran).to.deep.equal(['pertama', 'ketiga']);
  });

  it('knows a message again after the server numbered the mailbox anew', async () => {
    const mails = [await mail(1), await mail(2)];
    const there = await start(mails);
    await pollMailboxes(there);
    await rowsOf(adminUrl, `update intake_mailbox set uid_validity = '77', last_uid = 9`);
    await pollMailboxes(there);
    expect((await queue()).items).to.have.length(2);
  });

  it('takes a message that came by two ways once, and another one under the same id as well', async () => {
    const first = await mail(1);
    const otherWay = Buffer.concat([Buffer.from('Received: from gerbang.example\r\n'), first]);
    const another = await compose({ messageId: '<surat-1@pengirim.example>', subject: 'Surat lain', attachments: [] });
    const there = await start([first, otherWay, another]);
    await pollMailboxes(there);
    expect(subjects((await queue()).items)).to.deep.equal(['Surat 1', 'Surat lain']);
  });

  it('takes a message of other words under the same id and subject', async () => {
    const header = { messageId: '<tetap@pengirim.example>', subject: 'Undangan', attachments: [] };
    const texts = ['Rapat hari Senin.', 'Rapat hari Selasa.'];
    const there = await start(await Promise.all(texts.map((text) => compose({ ...header, text }))));
    await pollMailboxes(there);
    expect((await queue()).items).to.have.length(2);
  });

  it('takes what it cannot open as it is, with a sentence for the clerk', async () => {
    const broken = { filename: 'winmail.dat', content: Buffer.from('789f3e22rusak', 'latin1') };
    const outlook = {
      filename: 'surat.msg',
      content: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    };
    const there = await start([await mail(1, [broken]), await mail(2, [outlook]), Buffer.from('\0bukan surel\0')]);
    await pollMailboxes(there);
    await drainOutbox(deps);
    const { items } = await queue();
    expect(items).to.have.length(3);
    for (const item of items) expect(item.state).to.equal('ready');
    expect(items.map(({ fileCount, problems }) => [fileCount, problems.length])).to.deep.equal([
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    const { files } = await getIntake(deps, await agency.actor('tu'), { intakeId: items[0]?.id ?? '' });
    expect(files[0]).to.include({ fileName: 'surel-asli.eml', mediaType: 'message/rfc822', isReadable: false });
    for (const { id } of items) await register(deps, agency, { intakeId: id, isNotDuplicate: true });
  });

  it('announces a message too large to fetch', async () => {
    const source = {
      agencyId: agency.agencyId,
      unitId: agency.unitId('kominfo'),
      mailboxId: '01990000-0000-7000-8000-000000000001',
    };
    await rowsOf(adminUrl, `insert into intake_mailbox (agency_id, id, unit_id, address) values ($1, $2, $3, 'uji')`, [
      source.agencyId,
      source.mailboxId,
      source.unitId,
    ]);
    const envelope = { messageId: null, fromName: 'Dinas', fromAddress: null, subject: 'Gambar', sentAt: null };
    const message = { uid: 3, tooLarge: true, sizeBytes: 90_000_000, envelope } as const;
    for (let turn = 0; turn < 2; turn += 1) await takeMessage(deps, source, message, { uidValidity: 5, lastUid: 3 });
    const { items } = await queue();
    expect(items).to.have.length(1);
    expect(items[0]).to.include({ state: 'ready', title: 'Gambar', fileCount: 0 });
    expect(items[0]?.problems[0]).to.include('melebihi 50 MB');
  });

  it('says on the queue why a mailbox cannot be asked, and since when', async () => {
    await start([]);
    await pollMailboxes(withMailbox(server?.port ?? 0, 'salah'));
    const since = deps.now().toISOString();
    deps.advance(60_000);
    await pollMailboxes(withMailbox(server?.port ?? 0, 'salah'));
    const [problem] = (await queue()).mailProblems;
    expect(problem?.problem).to.match(/kata sandi/u);
    expect(problem?.since).to.equal(since);
    expect(problem?.address).not.to.include('salah');
  });

  it('gives a mailbox to no unit that two agencies could mean', async () => {
    await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    const there = await start([await mail(1)]);
    await pollMailboxes(there);
    expect((await queue()).items).to.deep.equal([]);
    const [configured] = there.config.intakeMailboxes;
    if (!configured) throw new Error('no mailbox');
    const named = { ...configured, agency: agency.agencyId };
    await pollMailboxes({ ...there, config: { ...there.config, intakeMailboxes: [named] } });
    expect((await queue()).items).to.have.length(1);
  });
});
