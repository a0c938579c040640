import { expect } from 'chai';
import pg from 'pg';
import { many } from '../../server/db.ts';
import { searchEndpoint } from '../../server/search/contract.ts';
import { search } from '../../server/search/search.ts';
import { grantAccess } from '../../server/letters/access.ts';
import { refreshRights } from '../../server/search/index-letter.ts';
import { z } from 'zod';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside, outside } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

describe('searching letters', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let other: TestAgency;
  const ids: Record<'open' | 'limited' | 'secret' | 'elsewhere', string> = {
    open: '',
    limited: '',
    secret: '',
    elsewhere: '',
  };

  before(async function () {
    this.timeout(120_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    await giveCertificate(deps, agency, 'kadis');
    await giveCertificate(deps, other, 'kadis');
    const text = 'Tim akan menulis laporan kerusakan trembesi dan/atau jembatan gantung di Kabupaten Sintang.';
    ids.open = (
      await signedLetter(deps, agency, {
        text,
        subject: 'Pemeriksaan pohon pelindung jalan',
        to: [inside(agency, 'kadispupr'), outside('Bupati Kapuas Hulu', 'bupati@contoh.go.id')],
      })
    ).id;
    deps.advance(60_000);
    ids.limited = (
      await signedLetter(deps, agency, { text, subject: 'Evaluasi internal jalan', securityClass: 'T' })
    ).id;
    ids.secret = (await signedLetter(deps, agency, { text, subject: 'Pengamanan objek vital', securityClass: 'R' })).id;
    ids.elsewhere = (await signedLetter(deps, other, { text, subject: 'Pemeriksaan pohon pelindung jalan' })).id;
  });
  after(() => deps.release());

  async function ask(
    key: DeskKey,
    input: Record<string, unknown>,
    where: TestAgency = agency,
  ): ReturnType<typeof search> {
    return search(deps, await where.actor(key), searchEndpoint.query.parse(input));
  }
  const found = async (key: DeskKey, q: string, where?: TestAgency) =>
    (await ask(key, { q }, where)).hits.map(({ id }) => id).sort();

  it('gives up after two seconds, and says what to do', async () => {
    const blocker = new pg.Client({ connectionString: deps.database.adminUrl });
    await blocker.connect();
    try {
      await blocker.query('begin');
      await blocker.query('lock table archive_search in access exclusive mode');
      const startedAt = performance.now();
      const refusal = await refusalOf(ask('staf', { q: 'trembesi' }), 'unavailable');
      expect(performance.now() - startedAt).to.be.within(1900, 6000);
      expect(refusal.detail).to.contain('terlalu lama');
    } finally {
      await blocker.end();
    }
    expect(await found('staf', 'trembesi')).to.deep.equal([ids.open, ids.limited, ids.secret].sort());
  });

  it('finds a word of the body for the drafter, the signatory and the recipient', async () => {
    for (const key of ['staf', 'kadis', 'kadispupr'] as const)
      expect(await found(key, 'trembesi'), key).to.deep.equal([ids.open, ids.limited, ids.secret].sort());
  });

  it('shows class B to the roles of both units and to the line above, class T to their archivists, R to nobody else', async () => {
    expect(await found('kabid', 'trembesi')).to.deep.equal([ids.open]);
    expect(await found('tu', 'trembesi')).to.deep.equal([ids.open]);
    expect(await found('tupupr', 'trembesi')).to.deep.equal([ids.open]);
    expect(await found('arsiparis', 'trembesi')).to.deep.equal([ids.open, ids.limited].sort());
    expect(await found('arsiparispupr', 'trembesi')).to.deep.equal([ids.open, ids.limited].sort());
  });

  it('shows nothing, not even counts, to desks without a right', async () => {
    for (const key of ['staf2', 'admin', 'auditor', 'sekda'] as const) {
      const answer = await ask(key, { q: 'trembesi' });
      expect(answer.hits, key).to.deep.equal([]);
      expect(answer.total, key).to.deep.equal({ count: 0, isCapped: false });
      expect(answer.facets?.classification, key).to.deep.equal([]);
    }
  });

  it('shows a secretary the open letters that reached the official, as long as the relation lasts', async () => {
    const { adminUrl } = deps.database;
    const desks = [agency.agencyId, agency.desk('penerima').positionId, agency.desk('kadispupr').positionId];
    await rowsOf(
      adminUrl,
      `insert into position_relation (agency_id, id, from_position_id, to_position_id, kind, valid)
       values ($1, gen_random_uuid(), $2, $3, 'secretary_of', daterange('2026-01-01', null))`,
      desks,
    );
    expect(await found('penerima', 'trembesi')).to.deep.equal([ids.open, ids.limited].sort());
    expect((await ask('penerima', { q: 'trembesi' })).total?.count).to.equal(2);
    await rowsOf(adminUrl, `delete from position_relation where from_position_id = $1 and kind = 'secretary_of'`, [
      desks[1],
    ]);
    expect(await found('penerima', 'trembesi')).to.deep.equal([]);
    expect(await found('sekdis', 'trembesi')).to.deep.equal([]);
  });

  it('shows another agency only its own', async () => {
    expect(await found('staf', 'trembesi', other)).to.deep.equal([ids.elsewhere]);
  });

  it('finds inflected forms from plain words and plain words from inflected forms', async () => {
    for (const word of ['tulis', 'menulis', 'penulisan', 'kerusakan', 'rusak', 'trem'])
      expect(await found('kadispupr', word), word).to.include(ids.open);
  });

  it('finds words on both sides of a slash, which Postgres alone would keep as one', async () => {
    expect(await found('kadispupr', 'atau jembatan')).to.include(ids.open);
  });

  it('finds by subject, signatory, recipient, classification and a part of the number', async () => {
    for (const q of [
      'pohon pelindung',
      'Pejabat Kadis',
      'bupati kapuas hulu',
      'e-government',
      '/DISKOMINFO/',
      'nomor:1/DISK',
    ])
      expect(await found('kabid', q), q).to.deep.equal([ids.open]);
  });

  it('takes phrases literally and leaves excluded words out', async () => {
    expect(await found('kabid', '"jembatan gantung"')).to.deep.equal([ids.open]);
    expect(await found('kabid', '"gantung jembatan"')).to.deep.equal([]);
    expect(await found('kadispupr', 'trembesi -evaluasi')).to.deep.equal([ids.open, ids.secret].sort());
  });

  it('marks the words in a piece of the body, and shows no text of a secret letter', async () => {
    const { hits } = await ask('kadispupr', { q: 'jembatan' });
    const open = hits.find(({ id }) => id === ids.open);
    expect(open?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).to.deep.equal(['jembatan']);
    expect(open?.fileTitle).to.equal('e-Government 2026');
    expect(open?.filing).to.equal('proposed');
    expect(open?.retention).to.equal('Aktif s.d. 2028');
    const secret = hits.find(({ id }) => id === ids.secret);
    expect(secret?.title).to.equal('Pengamanan objek vital');
    expect(secret?.snippet).to.deep.equal([]);
  });

  it('keeps no readable text of R and SR in the index', async () => {
    const [row] = await rowsOf(deps.database.adminUrl, 'select title from archive_search where entity_id = $1', [
      ids.secret,
    ]);
    expect(row).to.deep.include({ title: '' });
  });

  it('shows nothing of a letter whose grant was taken away behind the index, secret or open', async () => {
    const { adminUrl } = deps.database;
    const positionId = agency.desk('kadispupr').positionId;
    const taken = await rowsOf<{ letter_id: string; reason: string }>(
      adminUrl,
      `delete from letter_access where grantee_kind = 'position' and grantee_id = $1 returning letter_id, reason`,
      [positionId],
    );
    const answer = await ask('kadispupr', { q: 'trembesi' });
    expect(answer.hits).to.deep.equal([]);
    for (const { letter_id: letterId, reason } of taken)
      await deps.db.transaction({ agencyId: agency.agencyId }, (tx) =>
        grantAccess(
          tx,
          { agencyId: agency.agencyId, id: letterId },
          [{ kind: 'position', id: positionId, reason }],
          deps.now(),
        ),
      );
    expect(await found('kadispupr', 'trembesi')).to.have.lengthOf(3);
  });

  it('follows a new grant once the rights are copied', async () => {
    expect(await found('staf2', 'trembesi')).to.deep.equal([]);
    await deps.db.transaction({ agencyId: agency.agencyId }, async (tx) => {
      const grant = { kind: 'position' as const, id: agency.desk('staf2').positionId, reason: 'granted' };
      await grantAccess(tx, { agencyId: agency.agencyId, id: ids.open }, [grant], deps.now());
      await refreshRights(tx, agency.agencyId, ids.open);
    });
    expect(await found('staf2', 'trembesi')).to.deep.equal([ids.open]);
  });

  it('counts beside a chosen filter what the other choices would give', async () => {
    const { facets, total } = await ask('kadispupr', { q: 'trembesi', security: 'T' });
    expect(total?.count).to.equal(1);
    expect(facets?.security).to.deep.include.members([
      { value: 'B', label: 'Terbuka', count: 1 },
      { value: 'T', label: 'Terbatas', count: 1 },
    ]);
    expect(facets?.year).to.deep.equal([{ value: '2026', label: '2026', count: 1 }]);
    expect(facets?.unit.map(({ label }) => label)).to.deep.equal(['Dinas Komunikasi dan Informatika']);
  });

  it('gives every letter once over keyset pages, by date and by rank', async () => {
    for (const sort of ['date', 'rank']) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await ask('kadispupr', { q: 'trembesi', sort, limit: 1, ...(after ? { after } : {}) });
        seen.push(...page.hits.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after);
      expect(seen.sort(), sort).to.deep.equal([ids.open, ids.limited, ids.secret].sort());
    }
  });

  it('leaves the table itself out of reach of the application role', async () => {
    const refusal: unknown = await rowsOf(deps.database.databaseUrl, 'select * from archive_search').catch(
      (error: unknown) => error,
    );
    expect(refusal)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.matches(/permission denied/u);
  });

  it('walks the word index although the application role asks, with 40,000 letters of other desks beside', async function () {
    this.timeout(60_000);
    const { adminUrl } = deps.database;
    await rowsOf(
      adminUrl,
      `insert into archive_search (agency_id, entity_id, kind, unit_id, type, classification_code, security_class, handling_grade, date, year,
         arrived_at, number, sender, title, rights, lead, tsv)
       select $1, gen_random_uuid(), 'letter', gen_random_uuid(), 'surat_dinas', '500.12.6', 'B', 'biasa', date '2020-01-01' + (n % 2000),
         2020, '2020-01-01', n || '/UMUM/2020', 'kepala dinas', 'surat umum', array['p:' || $2],
         '', search_vector('surat umum nomor ' || n || case when n % 2000 = 0 then ' gorong' else '' end)
       from generate_series(1, 40000) n`,
      [agency.agencyId, agency.desk('sekdis').positionId],
    );
    await rowsOf(adminUrl, 'analyze archive_search');
    const plan = await deps.db.transaction({ agencyId: agency.agencyId }, async (tx) => {
      const rights = `{p:${agency.desk('sekdis').positionId}}`;
      await many(tx, `select set_config('app.rights', :rights, true)`, { rights }, z.unknown());
      const request = JSON.stringify({ query: "'gorong'", sort: 'date', limit: 21 });
      return many(
        tx,
        `select current_user::text as who, plan from explain_search(:request::jsonb) as plan`,
        { request },
        z.object({ who: z.string(), plan: z.string() }),
      );
    });
    expect(plan[0]?.who).to.equal('lontar_app');
    const text = plan.map((line) => line.plan).join('\n');
    expect(text).to.match(/(?:Bitmap )?Index Scan on archive_search_words/u);
    expect(text).not.to.match(/Seq Scan/u);
    const answer = await ask('sekdis', { q: 'gorong' });
    expect(answer.total).to.deep.equal({ count: 20, isCapped: false });
    expect(answer.hits).to.deep.equal([]);
  });

  it('stops counting at 5,000', async () => {
    const { total } = await ask('sekdis', { q: 'umum' });
    expect(total).to.deep.equal({ count: 5000, isCapped: true });
    expect(await valueOf(deps.database.adminUrl, 'select count(*)::int from archive_search')).to.be.greaterThan(40_000);
  });
});
