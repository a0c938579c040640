import { expect } from 'chai';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executeDisposal } from '../../server/disposal/execute-disposal.ts';
import { exportDestroyed } from '../../server/disposal/export-disposal-list.ts';
import { assessDisposal } from '../../server/disposal/assess-disposal.ts';
import { getLetterPdf } from '../../server/letters/get-letter-pdf.ts';
import { getLetter } from '../../server/letters/get-letter.ts';
import { verifySignedPdf } from '../../server/signing/pades/verify-signed-pdf.ts';
import { verify } from '../../server/verification/verify.ts';
import { verifyFile } from '../../server/verification/verify-file.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, TEST_PASSPHRASE, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { outside } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { visitorFrom } from '../support/visitor.ts';
import { giveCertificates, makeDueFile, Office, placeHold } from './archive.ts';

describe('pemusnahan', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  const admin = () => deps.database.adminUrl;
  const ours = { to: [outside('PT Uji')] };

  before(async function () {
    this.timeout(60_000);
    deps = await makeDeps();
    agency = await makeAgency(deps, {
      extraAppointments: [
        { person: 'arsiparis', position: 'kosong', kind: 'plt', from: '2026-01-01', to: null },
        { person: 'sekdis', position: 'kabid', kind: 'plh', from: '2030-01-01', to: null },
      ],
    });
    await giveCertificates(deps, agency);
    // Bytes are told apart by the time the store wrote them, which is the machine's clock.
    deps.setNow(new Date(Date.now() + 3_600_000));
  });
  after(() => deps.release());

  const pathOf = (sha256: string) => join(deps.config.dataDir, 'blobs', agency.agencyId, sha256.slice(0, 2), sha256);

  async function hashesOf(letterIds: string[]): Promise<string[]> {
    const rows = await rowsOf<{ sha256: string }>(
      admin(),
      `select signed_sha256 as sha256 from letter where id = any($1::uuid[])
       union select sealed_sha256 from signing_attempt where letter_id = any($1::uuid[])`,
      [letterIds],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  async function decreed(fileIds: string[]): Promise<Office> {
    const office = new Office(deps, agency);
    await office.begin('destruction', fileIds);
    await office.upToDecree();
    return office;
  }

  describe('from selection to minutes', () => {
    let office: Office;
    let letterId: string;
    let hashes: string[];
    let bodyHash: string;
    let original: Uint8Array;

    before(async function () {
      this.timeout(120_000);
      const file = await makeDueFile(deps, agency, { letters: [{ ...ours, text: 'Isi rahasia dapur.' }, ours] });
      letterId = file.letterIds[0] ?? '';
      hashes = await hashesOf(file.letterIds);
      for (const sha256 of hashes) expect(existsSync(pathOf(sha256)), sha256).to.equal(true);
      original = await deps.files.read(
        agency.agencyId,
        await valueOf(admin(), 'select signed_sha256 from letter where id = $1', [letterId]),
      );
      const body = await valueOf<string>(admin(), 'select body::text from letter where id = $1', [letterId]);
      bodyHash = createHash('sha256').update(body).digest('hex');
      office = await decreed([file.fileId]);
      await office.witnessed();
      await office.execute('sekdis');
      await office.work();
      await office.signAll('destruction_minutes', ['sekdis', 'pengarah', 'auditor', 'kadis']);
    });

    it('ends with signed minutes and a file that is destroyed', async () => {
      const now = await office.now();
      expect(now.state).to.equal('done');
      expect(now.totals).to.include({ files: 1, done: 1, leftOut: 0 });
      expect(now.papers.map(({ kind, status }) => `${kind} ${status}`)).to.deep.equal([
        'destruction_list signed',
        'consideration signed',
        'approval signed',
        'decree signed',
        'destruction_minutes signed',
      ]);
      expect(now.papers.at(-1)?.number).to.match(/^000\.5\.6\.2\/\d+\/DISKOMINFO-A$/u);
    });

    it('leaves no byte in the store and no text in the database', async () => {
      for (const sha256 of hashes) {
        expect(existsSync(pathOf(sha256)), sha256).to.equal(false);
        expect(await valueOf<number>(admin(), 'select count(*)::int from blob where sha256 = $1', [sha256])).to.equal(
          0,
        );
      }
      for (const table of [
        'letter',
        'letter_version',
        'signing_attempt',
        'archive_search',
        'mail_message',
        'notification',
      ])
        expect(
          await valueOf<number>(admin(), `select count(*)::int from ${table} t where t::text like '%dapur%'`),
          table,
        ).to.equal(0);
      expect(
        await valueOf<number>(admin(), 'select count(*)::int from archive_search where entity_id = $1', [letterId]),
      ).to.equal(0);
    });

    it('keeps the SHA-256 of every component', async () => {
      const [row] = await rowsOf<{ components: { name: string; sha256: string }[] }>(
        admin(),
        'select components from destroyed_record where letter_id = $1',
        [letterId],
      );
      const kept = new Map(row?.components.map(({ name, sha256 }) => [name, sha256]));
      expect(kept.get('isi surat')).to.equal(bodyHash);
      expect(kept.get('surat bertanda tangan')).to.equal(createHash('sha256').update(original).digest('hex'));
      const { bytes } = await exportDestroyed(deps, await agency.actor('arsiparis'), { disposalId: office.id });
      for (const sha256 of hashes) expect(Buffer.from(bytes as Uint8Array).toString('utf8')).to.include(sha256);
      expect(
        await valueOf<number>(
          admin(),
          'select count(*)::int from destroyed_blob where disposal_id = $1 and removed_at is null',
          [office.id],
        ),
      ).to.equal(0);
    });

    it('shows what is left of the letter, and refuses its content with the minutes', async () => {
      const kadis = await agency.actor('kadis');
      const letter = await getLetter(deps, kadis, { letterId });
      expect(letter.destroyed?.minutesNumber).to.equal((await office.now()).papers.at(-1)?.number);
      expect(letter.subject).to.equal('Undangan rapat koordinasi layanan digital');
      const refusal = await refusalOf(getLetterPdf(deps, kadis, { letterId }), 'content_destroyed');
      expect(refusal.detail).to.match(/telah dimusnahkan sesuai berita acara nomor 000\.5\.6\.2/u);
    });

    it('tells the public that the letter was destroyed, and still knows a copy of it', async () => {
      const visitor = visitorFrom('203.0.113.9');
      const code = await valueOf<string>(admin(), 'select token from verification_token where letter_id = $1', [
        letterId,
      ]);
      const found = await verify(deps, visitor, { code });
      expect(found).to.include({ status: 'destroyed', canDownload: false });
      expect(found.destroyed?.minutesNumber).to.match(/DISKOMINFO-A$/u);
      const verdict = await verifyFile(deps, visitor, { code, bytes: Buffer.from(original) });
      expect(verdict.verdict).to.equal('identical');
      expect(verdict.reason).to.match(/telah dimusnahkan/u);
    });

    it('has papers that the verifier finds valid with every signature, and that their code leads to', async () => {
      const papers = await rowsOf<{ id: string; kind: string; sha256: string }>(
        admin(),
        `select id, kind, sha256 from official_paper where disposal_id = $1 and status = 'signed'`,
        [office.id],
      );
      const trustAnchors = await deps.trust.anchors();
      const expected: Record<string, number> = {
        destruction_list: 2,
        consideration: 3,
        approval: 1,
        decree: 1,
        destruction_minutes: 4,
      };
      for (const { id, kind, sha256 } of papers) {
        const bytes = await deps.files.read(agency.agencyId, sha256);
        if (process.env['PAPERS_TO']) writeFileSync(join(process.env['PAPERS_TO'], `${kind}.pdf`), bytes);
        const report = verifySignedPdf(bytes, { trustAnchors, now: deps.now(), crl: await deps.trust.crls() });
        expect(report, kind).to.include({ verdict: 'valid', level: 'B-T' });
        expect(report.signatures, kind).to.have.length(expected[kind] ?? 0);
        const code = await valueOf<string>(admin(), 'select short_code from verification_token where paper_id = $1', [
          id,
        ]);
        const found = await verify(deps, visitorFrom('203.0.113.10'), { code });
        expect(found).to.include({ status: 'genuine', type: 'arsip', canDownload: false, sha256 });
        expect(found.signatories).to.have.length(expected[kind] ?? 0);
      }
      expect(papers).to.have.length(5);
    });

    it('stores no passphrase and no hash of it', async () => {
      for (const table of ['outbox', 'idempotency', 'event', 'official_paper'])
        expect(
          await valueOf<number>(
            admin(),
            `select count(*)::int from ${table} t where t::text like '%${TEST_PASSPHRASE}%'`,
          ),
          table,
        ).to.equal(0);
      expect(await valueOf<number>(admin(), 'select count(*)::int from signing_secret')).to.equal(0);
    });
  });

  it('keeps the letter while another unit keeps its record, and says so on the minutes', async function () {
    this.timeout(120_000);
    const file = await makeDueFile(deps, agency, { letters: [{}] });
    const hashes = await hashesOf(file.letterIds);
    const office = await decreed([file.fileId]);
    await office.witnessed();
    await office.execute('sekdis');
    await office.work();
    const signed = await valueOf<string>(admin(), 'select signed_sha256 from letter where id = $1', file.letterIds);
    expect(hashes).to.include(signed);
    expect(existsSync(pathOf(signed))).to.equal(true);
    expect(
      (await getLetter(deps, await agency.actor('kadis'), { letterId: file.letterIds[0] ?? '' })).destroyed,
    ).to.equal(null);
    const sheet = await valueOf<object>(
      admin(),
      `select sheet from official_paper where disposal_id = $1 and kind = 'destruction_minutes'`,
      [office.id],
    );
    expect(JSON.stringify(sheet)).to.match(/naskah asli dari 1 \(satu\) surat tetap tersimpan/u);
  });

  it('leaves out a file that is held between any two steps, and asks for the new count', async function () {
    this.timeout(240_000);
    const files = [];
    for (let count = 0; count < 5; count += 1)
      files.push((await makeDueFile(deps, agency, { letters: [ours] })).fileId);
    const [first = '', second = '', third = '', fourth = '', last = ''] = files;
    const office = new Office(deps, agency);
    await office.begin('destruction', files);
    await office.submit();
    await office.signAll('destruction_list', ['kabid', 'sekdis']);
    await office.assess('sekdis', 5);
    await placeHold(deps, agency, first);
    await refusalOf(office.assess('kadis', 5), 'wrong_count');
    await office.assess('kadis', 4);
    await office.assess('arsiparis', 4);
    await office.signAll('consideration', ['kadis', 'arsiparis', 'sekdis']);
    await placeHold(deps, agency, second);
    await refusalOf(office.approve('gubernur', 4), 'wrong_count');
    await office.approve('gubernur', 3);
    await office.signAll('approval', ['gubernur']);
    await office.signAll('decree', ['kadis']);
    await office.attend('pengarah', 3);
    await placeHold(deps, agency, third);
    await office.attend('auditor', 2);
    await refusalOf(office.execute('sekdis', 3), 'wrong_count');
    await office.execute('sekdis', 2);
    // Held after the command and before its worker: the last moment there is.
    await placeHold(deps, agency, fourth);
    await office.work();
    const { totals } = await office.now();
    expect(totals).to.include({ done: 1, leftOut: 4 });
    const rows = await rowsOf<{ id: string; lifecycle: string }>(
      admin(),
      'select id, lifecycle from record_file where id = any($1::uuid[])',
      [files],
    );
    for (const { id, lifecycle } of rows) expect(lifecycle, id).to.equal(id === last ? 'destroyed' : 'inactive');
    const whole = await valueOf<number>(
      admin(),
      `select count(*)::int from letter l join record r on r.letter_id = l.id where r.file_id = any($1::uuid[]) and l.body_text <> ''`,
      [files],
    );
    expect(whole).to.equal(4);
  });

  it('ends the same when its worker is killed at each step and begun again', async function () {
    this.timeout(240_000);
    const files = [
      await makeDueFile(deps, agency, { letters: [ours] }),
      await makeDueFile(deps, agency, { letters: [ours, ours] }),
    ];
    const letterIds = files.flatMap((file) => file.letterIds);
    const hashes = await hashesOf(letterIds);
    const office = await decreed(files.map(({ fileId }) => fileId));
    await office.witnessed();
    await office.execute('sekdis');
    const killed: string[] = [];
    deps.checkpoint = (name) => {
      const key = `${name} ${killed.filter((one) => one.startsWith(`${name} `)).length}`;
      const isFirstFew = !killed.includes(key) && killed.filter((one) => one.startsWith(`${name} `)).length < 2;
      if (!isFirstFew) return;
      killed.push(key);
      throw new Error(`killed at ${key}`);
    };
    try {
      for (let tries = 0; tries < 40 && (await office.now()).state === 'executing'; tries += 1) {
        await drainOutbox(deps);
        deps.advance(120_000);
      }
    } finally {
      delete deps.checkpoint;
    }
    await drainOutbox(deps);
    expect(killed.map((one) => one.split(' ')[0])).to.include.members([
      'file_destroyed',
      'files_destroyed',
      'blob_dropped',
      'file_removed',
      'bytes_removed',
    ]);
    const now = await office.now();
    expect(now.state).to.equal('minutes');
    expect(now.totals).to.include({ done: 2, leftOut: 0 });
    expect(now.papers.filter(({ kind }) => kind === 'destruction_minutes')).to.have.length(1);
    for (const sha256 of hashes) expect(existsSync(pathOf(sha256)), sha256).to.equal(false);
    const records = await valueOf<number>(
      admin(),
      'select count(*)::int from destroyed_record where letter_id = any($1::uuid[])',
      [letterIds],
    );
    expect(records).to.equal(3);
    const numbers = await rowsOf<{ count: number; max: number }>(
      admin(),
      `select count(*)::int, max(number)::int from register_entry e join register r on r.id = e.register_id
       where r.kind = 'arsip' and r.unit_id = $1`,
      [agency.unitId('kominfo')],
    );
    expect(numbers[0]?.count).to.equal(numbers[0]?.max);
  });

  describe('who may do what', () => {
    let office: Office;
    before(async function () {
      this.timeout(120_000);
      const { fileId } = await makeDueFile(deps, agency, { letters: [ours] });
      office = new Office(deps, agency);
      await office.begin('destruction', [fileId]);
      await office.submit();
      await office.signAll('destruction_list', ['kabid', 'sekdis']);
    });

    it('a member of the panel has one voice, also when it is raised twice at once or from another desk', async function () {
      this.timeout(30_000);
      const { version } = await office.now();
      const ask = { disposalId: office.id, version, typedCount: 1, hasRead: true, consideration: 'Setuju' } as const;
      const voices = await Promise.allSettled(
        [1, 2, 3, 4].map(async () =>
          assessDisposal(deps, await agency.actor('sekdis', { command: randomUUID() }), {
            ...ask,
            consideration: 'Setuju.',
          }),
        ),
      );
      expect(voices.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
      expect(
        await valueOf<number>(
          admin(),
          `select count(*)::int from disposal_act where disposal_id = $1 and kind = 'assess'`,
          [office.id],
        ),
      ).to.equal(1);
    });

    it('desks outside it learn nothing', async () => {
      for (const key of ['staf', 'tupupr', 'arsiparispupr'] as const) await refusalOf(office.now(key), 'forbidden');
    });

    it('only the regional head approves, executor executes, witnesses attend', async function () {
      this.timeout(120_000);
      await refusalOf(office.approve('gubernur'), 'wrong_state');
      for (const key of ['kadis', 'arsiparis'] as const) await office.assess(key);
      await refusalOf(office.approve('gubernur'), 'paper_unsigned');
      await office.signAll('consideration', ['kadis', 'arsiparis', 'sekdis']);
      await refusalOf(office.approve('kadis'), 'forbidden');
      await office.approve('gubernur');
      await office.signAll('approval', ['gubernur']);
      await office.signAll('decree', ['kadis']);
      await refusalOf(office.attend('sekdis'), 'forbidden');
      await office.attend('pengarah');
      await refusalOf(office.execute('sekdis'), 'people_missing');
      await office.attend('auditor');
      await refusalOf(office.execute('kadis'), 'forbidden');
      await refusalOf(office.execute('sekdis', undefined, 'bukan-passphrase'), 'wrong_passphrase');
      expect((await office.now()).state).to.equal('decreed');
    });

    it('two executors at once destroy once', async function () {
      this.timeout(60_000);
      const { version } = await office.now();
      const ask = {
        disposalId: office.id,
        version,
        typedCount: 1,
        hasRead: true,
        passphrase: TEST_PASSPHRASE,
      } as const;
      const presses = await Promise.allSettled(
        [1, 2, 3].map(async () => executeDisposal(deps, await agency.actor('sekdis', { command: randomUUID() }), ask)),
      );
      expect(presses.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
      expect(
        await valueOf<number>(
          admin(),
          `select count(*)::int from outbox where job = 'disposal.destroy' and payload ->> 'disposalId' = $1`,
          [office.id],
        ),
      ).to.equal(1);
      await office.work();
    });
  });

  it('the proposer can neither witness nor execute, from another desk either; executor and witness are two', async function () {
    this.timeout(60_000);
    const { fileId } = await makeDueFile(deps, agency, { letters: [ours] });
    const office = new Office(deps, agency);
    // "kosong" is held by the archivist as Plt.: the same person at another desk.
    await office.begin('destruction', [fileId], { executor: 'kosong' });
    expect((await refusalOf(office.submit(), 'two_people')).detail).to.match(/Pengusul/u);
    const other = new Office(deps, agency);
    await refusalOf(other.begin('destruction', [fileId]), 'not_due');
  });

  it('the database refuses acts of one person that exclude each other, and content of a letter that no execution names', async () => {
    const { agencyId } = agency;
    const disposal = await valueOf<string>(admin(), `select id from disposal where state = 'draft' limit 1`);
    const sekda = agency.desk('sekda');
    const insert = (kind: string) =>
      rowsOf(
        admin(),
        `insert into disposal_act (agency_id, disposal_id, round, kind, person_id, position_id, appointment_id, acted_at)
         values ($1, $2, 99, $3, $4, $5, $6, now())`,
        [agencyId, disposal, kind, sekda.personId, sekda.positionId, sekda.appointmentId],
      );
    await insert('propose');
    for (const kind of ['approve', 'execute', 'attend', 'confirm_approval']) {
      const refusal: unknown = await insert(kind).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(refusal, kind).to.be.instanceOf(Error).with.property('code', '23000');
    }
    const cleared: unknown = await rowsOf(
      admin(),
      `update letter set body = '{"type": "doc", "content": [{"type": "paragraph"}]}', destroyed_at = now(), destroyed_by_disposal_id = $1
       where status = 'dispatched' and destroyed_at is null`,
      [disposal],
    ).catch((error: unknown) => error);
    expect(cleared)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.matches(/cannot be changed/u);
    const destroyed: unknown = await deps.db
      .transaction({ agencyId }, (tx) =>
        tx.connection.query('select destroy_file($1, $2, $3, now())', [agencyId, disposal, randomUUID()]),
      )
      .catch((error: unknown) => error);
    expect(destroyed)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.matches(/not being executed/u);
  });
});
