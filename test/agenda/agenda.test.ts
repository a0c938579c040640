import { expect } from 'chai';
import type { AgendaRow } from '../../server/agenda/contract.ts';
import { listIncomingBook } from '../../server/agenda/incoming-book-queries.ts';
import { listAgenda } from '../../server/agenda/list-agenda.ts';
import { openBook } from '../../server/agenda/open-book.ts';
import { mergeNewestFirst } from '../../server/agenda/read-book.ts';
import { voidNumber } from '../../server/numbering/void-number.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { planOf } from '../support/explain.ts';
import { giveCertificate, inside, type LetterWanted, outside } from '../support/letters.ts';
import { disposed, receivedLetter } from '../support/received-letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

const DAY_MS = 24 * 3_600_000;

describe('the agenda book of incoming letters', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  const ids: Record<string, string> = {};

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    deps.setNow(new Date('2026-11-20T02:00:00Z'));
    const add = async (name: string, wanted: Parameters<typeof receivedLetter>[2]) => {
      deps.advance(60_000);
      ids[name] = (await receivedLetter(deps, agency, wanted)).id;
    };
    await add('open', { to: 'kadis', subject: 'Permohonan pita lebar', handlingGrade: 'segera' });
    await add('limited', { to: 'kadis', securityClass: 'T', subject: 'Evaluasi terbatas', channel: 'post' });
    await add('secret', { to: 'kadis', securityClass: 'R', subject: 'Pengadaan sandi' });
    deps.setNow(new Date('2026-11-24T02:00:00Z'));
    await add('waiting', { subject: 'Undangan musrenbang', number: '' });
    await add('wrong', { subject: 'Salah catat' });
    await rowsOf(
      deps.database.adminUrl,
      `update incoming_letter set status = 'cancelled', cancelled_at = $2, cancel_reason = 'Salah register' where id = $1`,
      [ids['wrong'], deps.now()],
    );
    await receivedLetter(deps, agency, { unit: 'pupr', subject: 'Surat dinas lain' });
  });
  after(() => deps.release());

  const ask = async (key: DeskKey, query: Partial<Parameters<typeof listAgenda>[2]> = {}) =>
    listAgenda(deps, await agency.actor(key), { book: 'incoming', q: '', limit: 50, ...query });
  const numbersOf = ({ rows }: { rows: AgendaRow[] }) => rows.map(({ number }) => number);
  const subjectsOf = async (key: DeskKey) => (await ask(key)).rows.map(({ subject }) => subject);

  it('shows every number of the unit and year, newest first, with the void ones and their reason', async () => {
    const page = await ask('tu');
    expect(numbersOf(page)).to.deep.equal([5, 4, 3, 2, 1]);
    expect(page).to.deep.include({
      total: 5,
      given: 5,
      void: 1,
      year: 2026,
      registerName: 'Agenda masuk kominfo',
      unitName: 'Dinas Komunikasi dan Informatika',
      next: null,
    });
    expect(page.rows[0]).to.include({ status: 'cancelled', voidReason: 'Salah register' });
    expect(page.rows[4]).to.deep.include({
      id: ids['open'],
      status: 'directed',
      party: 'Bupati Kapuas Hulu',
      letterNumber: '000/12/BUP/2026',
      letterDate: '2026-11-20',
      desks: ['Ka. Dinas Komunikasi dan Informatika'],
      directedAt: '2026-11-20T02:01:00.000Z',
      channel: 'counter',
      isLate: false,
      voidReason: null,
    });
  });

  it('masks the subject of secret letters for everybody, of limited ones for who has no right', async () => {
    const shown = ['Salah catat', 'Undangan musrenbang', 'Rahasia'];
    expect(await subjectsOf('tu')).to.deep.equal([...shown, 'Rahasia', 'Permohonan pita lebar']);
    const audited = await ask('auditor', { unitId: agency.unitId('kominfo') });
    expect(audited.rows.map(({ subject }) => subject)).to.deep.equal(await subjectsOf('tu'));
    expect(await subjectsOf('arsiparis')).to.deep.equal([...shown, 'Evaluasi terbatas', 'Permohonan pita lebar']);
  });

  it('finds nothing by words that it does not show', async () => {
    expect(numbersOf(await ask('tu', { q: 'PITA' }))).to.deep.equal([1]);
    expect(numbersOf(await ask('tu', { q: 'terbatas' }))).to.deep.equal([]);
    expect(numbersOf(await ask('arsiparis', { q: 'terbatas' }))).to.deep.equal([2]);
    expect(numbersOf(await ask('arsiparis', { q: 'sandi' }))).to.deep.equal([]);
    expect(numbersOf(await ask('tu', { q: '3' }))).to.include(3);
    expect(numbersOf(await ask('tu', { q: '100%' }))).to.deep.equal([]);
  });

  it('filters by day, grade, channel, state and desk', async () => {
    expect(numbersOf(await ask('tu', { from: '2026-11-21', to: '2026-11-24' }))).to.deep.equal([5, 4]);
    expect(numbersOf(await ask('tu', { grades: ['segera', 'sangat_segera'] }))).to.deep.equal([1]);
    expect(numbersOf(await ask('tu', { channels: ['post'] }))).to.deep.equal([2]);
    expect(numbersOf(await ask('tu', { statuses: ['void', 'registered'] }))).to.deep.equal([5, 4]);
    expect(numbersOf(await ask('tu', { positionId: agency.desk('kadis').positionId }))).to.deep.equal([3, 2, 1]);
    expect(numbersOf(await ask('tu', { year: 2025 }))).to.deep.equal([]);
    expect(await ask('tu', { statuses: ['void'] })).to.include({ total: 1, given: 5 });
  });

  it('pages by number', async () => {
    const first = await ask('tu', { limit: 2 });
    const second = await ask('tu', { limit: 2, after: first.next ?? '' });
    const third = await ask('tu', { limit: 2, after: second.next ?? '' });
    expect([first, second, third].map(numbersOf)).to.deep.equal([[5, 4], [3, 2], [1]]);
    expect(third.next).to.equal(null);
    await refusalOf(
      Promise.resolve().then(() => ask('tu', { after: 'rusak' })),
      'invalid_input',
    );
  });

  it('marks letters with an open disposition past its deadline, and finds them', async () => {
    const dueAt = new Date(deps.now().getTime() - DAY_MS);
    await disposed(deps, agency, { incomingId: ids['open'] ?? '', from: 'kadis', to: 'kabid', dueAt });
    const paused = await disposed(deps, agency, {
      incomingId: ids['limited'] ?? '',
      from: 'kadis',
      to: 'kabid',
      dueAt,
    });
    await rowsOf(
      deps.database.adminUrl,
      `update disposition_item set paused_since = received_at, pause_reason = 'Menunggu data' where id = $1`,
      [paused],
    );
    expect(numbersOf(await ask('tu', { statuses: ['late'] }))).to.deep.equal([1]);
    expect(numbersOf(await ask('tu', { statuses: ['late', 'cancelled'] }))).to.deep.equal([5, 1]);
    expect((await ask('tu')).rows.map(({ isLate }) => isLate)).to.deep.equal([false, false, false, false, true]);
    await rowsOf(deps.database.adminUrl, `update disposition_item set status = 'done' where incoming_id = $1`, [
      ids['open'],
    ]);
    expect(numbersOf(await ask('tu', { statuses: ['late'] }))).to.deep.equal([]);
  });

  it('opens to the registry and archivist of the unit, and every book to an auditor', async () => {
    const unitsOf = async (key: DeskKey) => (await ask(key)).units.map(({ name }) => name);
    expect(await unitsOf('tu')).to.deep.equal(['Dinas Komunikasi dan Informatika']);
    expect(await unitsOf('auditor')).to.have.members([
      'Sekretariat Daerah',
      'Dinas Komunikasi dan Informatika',
      'Dinas Pekerjaan Umum dan Penataan Ruang',
    ]);
    const pupr = agency.unitId('pupr');
    expect((await ask('auditor', { unitId: pupr })).rows.map(({ subject }) => subject)).to.deep.equal([
      'Surat dinas lain',
    ]);
    await refusalOf(ask('tu', { unitId: pupr }), 'forbidden');
    for (const key of ['kadis', 'staf', 'admin'] as const) await refusalOf(ask(key), 'forbidden');
    await rowsOf(
      deps.database.adminUrl,
      `insert into position_role (agency_id, position_id, role, unit_id) values ($1, $2, 'mail_director', $3)`,
      [agency.agencyId, agency.desk('staf2').positionId, agency.unitId('aplikasi')],
    );
    // A unit without agenda of its own sees in the book above it what is its own.
    expect(await ask('staf2')).to.include({ total: 0, given: 5, registerName: 'Agenda masuk kominfo' });
    await rowsOf(deps.database.adminUrl, `update incoming_letter set unit_id = $2 where id = $1`, [
      ids['waiting'],
      agency.unitId('aplikasi'),
    ]);
    expect(numbersOf(await ask('staf2'))).to.deep.equal([4]);
    expect(numbersOf(await ask('tu'))).to.deep.equal([5, 4, 3, 2, 1]);
    await refusalOf(ask('staf2', { book: 'outgoing' }), 'register_missing');
  });

  it('walks the index of the unit for a page, with 50,000 letters in it', async function () {
    this.timeout(120_000);
    await rowsOf(
      deps.database.adminUrl,
      `insert into incoming_letter (agency_id, id, register_id, unit_id, agenda_number, agenda_year, status, received_at, received_date,
         channel, sender_title, subject, number)
       select $1, gen_random_uuid(), (select id from register where agency_id = $1 and unit_id = $2 and kind = 'agenda'), $2, n + 5, 2026,
         'directed', $3::timestamptz - make_interval(secs => 50000 - n), $3::timestamptz::date, 'counter', 'Camat ' || n, 'Surat ' || n, n::text
       from generate_series(1, 50000) n`,
      [agency.agencyId, agency.unitId('kominfo'), deps.now()],
    );
    await rowsOf(deps.database.adminUrl, 'analyze incoming_letter');
    const actor = await agency.actor('tu');
    for (const afterNumber of [null, 25_000]) {
      const plan = await deps.db.transaction({ agencyId: agency.agencyId }, async (tx) => {
        const { filter, registers } = await openBook(tx, deps, actor, { book: 'incoming', q: '' });
        const registerId = registers[0]?.id ?? '';
        return planOf(tx, (spied) => listIncomingBook(spied, { ...filter, registerId, afterNumber, limit: 51 }));
      });
      expect(plan).to.match(
        /Index Scan (?:Backward )?using incoming_letter_number on incoming_letter i \(actual rows=51/u,
      );
      expect(plan).not.to.match(/Seq Scan|Sort Key: i\.agenda/u);
    }
    expect(await ask('tu')).to.include({ total: 10_000 });
    expect(await ask('tu', { q: 'Camat 49999' })).to.include({ total: 1 });
  });
});

describe('the agenda book of outgoing letters', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
  });
  after(() => deps.release());

  const ask = async (key: DeskKey, query: Partial<Parameters<typeof listAgenda>[2]> = {}) =>
    listAgenda(deps, await agency.actor(key), { book: 'outgoing', q: '', limit: 50, ...query });
  const send = async (wanted: LetterWanted) => {
    deps.advance(60_000);
    return signedLetter(deps, agency, wanted);
  };

  it('lists the numbers of both registers, newest first, with recipients, signatory and void numbers', async () => {
    const first = await send({ subject: 'Undangan', to: [inside(agency, 'kadispupr'), outside('PT Uji')] });
    await send({ subject: 'Nota kegiatan', type: 'nota_dinas', to: [inside(agency, 'sekda')] });
    await send({ subject: 'Sandi daerah', securityClass: 'R', to: [inside(agency, 'sekda')] });
    await send({ subject: 'Kinerja terbatas', securityClass: 'T', to: [inside(agency, 'sekda')] });
    await rowsOf(
      deps.database.adminUrl,
      `update register_entry set status = 'void', void_reason = 'Salah klasifikasi', voided_at = $2 where entity_id = $1`,
      [first.id, deps.now()],
    );
    const page = await ask('tu');
    expect(page.rows.map(({ number, letterNumber }) => [number, letterNumber])).to.deep.equal([
      [3, '500.12.6/3/DISKOMINFO/2026'],
      [2, '500.12.6/2/DISKOMINFO/2026'],
      [1, '500.12.6/ND-001/DISKOMINFO/XI/2026'],
      [1, ''],
    ]);
    expect(page.rows.map(({ subject }) => subject)).to.deep.equal(['Rahasia', 'Rahasia', 'Nota kegiatan', 'Undangan']);
    expect((await ask('arsiparis')).rows[0]?.subject).to.equal('Kinerja terbatas');
    expect(page.rows[3]).to.deep.include({
      id: first.id,
      status: 'void',
      voidReason: 'Salah klasifikasi',
      party: 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang dan 1 lainnya',
      desks: ['Kepala Dinas Komunikasi dan Informatika'],
      letterDate: null,
      channel: null,
    });
    expect(page.rows[2]).to.include({ status: 'dispatched', party: 'Sekretaris Daerah', voidReason: null });
    expect(page).to.include({
      total: 4,
      given: 4,
      void: 1,
      registerName: 'Surat keluar kominfo · Nota dinas kominfo',
    });
  });

  it('keeps how a number read on the letter that lost it', async () => {
    const { adminUrl } = deps.database;
    const held = await send({ subject: 'Batal terbit', to: [inside(agency, 'sekda')] });
    await rowsOf(adminUrl, `alter table letter disable trigger letter_signed_guard`);
    await rowsOf(adminUrl, `update letter set status = 'ready_to_sign' where id = $1`, [held.id]);
    const { agencyId } = agency;
    const given = { agencyId, letterId: held.id, reason: 'Ditarik', positionId: null, now: deps.now() };
    await deps.db.transaction({ agencyId }, (tx) => voidNumber(tx, given));
    await rowsOf(adminUrl, `alter table letter enable trigger letter_signed_guard`);
    const [row] = (await ask('tu', { q: '500.12.6/4/' })).rows;
    expect(row).to.include({ status: 'void', letterNumber: '500.12.6/4/DISKOMINFO/2026', subject: 'Batal terbit' });
    await rowsOf(adminUrl, `delete from register_entry where entity_id = $1`, [held.id]);
  });

  it('pages through both registers without losing or repeating a number', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await ask('tu', { limit: 1, ...(after === undefined ? {} : { after }) });
      seen.push(...page.rows.map(({ subject, number }) => `${subject} ${number}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).to.deep.equal(['Rahasia 3', 'Rahasia 2', 'Nota kegiatan 1', 'Undangan 1']);
  });

  it('filters by state, grade, desk and words that are shown', async () => {
    const subjects = async (query: Parameters<typeof ask>[1]) =>
      (await ask('tu', query)).rows.map(({ subject }) => subject);
    expect(await subjects({ statuses: ['void'] })).to.deep.equal(['Undangan']);
    expect(await subjects({ statuses: ['dispatched'], q: 'nota' })).to.deep.equal(['Nota kegiatan']);
    expect(await subjects({ q: 'sandi' })).to.deep.equal([]);
    expect(await subjects({ q: 'Umum dan Penataan' })).to.deep.equal(['Undangan']);
    expect(await subjects({ positionId: agency.desk('kadispupr').positionId })).to.deep.equal(['Undangan']);
    expect(await subjects({ grades: ['segera'] })).to.deep.equal([]);
    expect(await subjects({ from: '2026-11-25' })).to.deep.equal([]);
  });

  it('keeps the order of each register although two clocks disagree', () => {
    const row = (name: string, at: string) => ({ name, at });
    const merged = mergeNewestFirst([
      [row('a3', '2026-11-24T03'), row('a2', '2026-11-24T01'), row('a1', '2026-11-24T02')],
      [],
      [row('b2', '2026-11-24T04'), row('b1', '2026-11-24T02')],
    ]);
    expect(merged.map(({ name }) => name)).to.deep.equal(['b2', 'a3', 'b1', 'a2', 'a1']);
  });
});
