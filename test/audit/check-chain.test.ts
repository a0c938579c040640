import { expect } from 'chai';
import { checkChain } from '../../server/audit/check-chain.ts';
import { listLetterEvents } from '../../server/audit/list-letter-events.ts';
import { getJourney } from '../../server/letters/get-journey.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { readyToSign } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

describe('the audit chain', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let letterId: string;
  const admin = (sql: string, values: unknown[] = []) => rowsOf(deps.database.adminUrl, sql, values);

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    letterId = (await readyToSign(deps, agency, { subject: 'Rahasia lelang', securityClass: 'R' })).id;
    for (let made = 0; made < 4; made += 1) await readyToSign(deps, agency);
  });
  after(() => deps.release());

  const check = async () => checkChain(deps, await agency.actor('auditor'));

  it('is intact after ordinary work, and the check becomes the next event', async () => {
    const first = await check();
    expect(first).to.include({ isIntact: true, firstBrokenSeq: null });
    expect(first.head).to.match(/^[0-9a-f]{64}$/u);
    expect((await check()).events).to.equal(first.events + 1);
  });

  it('is checked by auditors and administrators only', async () => {
    await refusalOf(checkChain(deps, await agency.actor('kadis')), 'forbidden');
    expect((await checkChain(deps, await agency.actor('admin'))).isIntact).to.equal(true);
  });

  it('cannot be changed by the application role', async () => {
    for (const sql of ['update event set action = action', 'delete from event', 'update audit_head set seq = 0'])
      expect(await rowsOf(deps.database.databaseUrl, sql).catch((error: unknown) => error), sql)
        .to.be.instanceOf(Error)
        .with.property('message')
        .that.matches(/permission denied/u);
  });

  const TAMPERINGS: { what: string; sql: string; firstBroken: number }[] = [
    {
      what: 'a changed body',
      sql: `update event set body = replace(body, 'letter.created', 'letter.creaTed') where seq = 3`,
      firstBroken: 3,
    },
    {
      what: 'a changed body with its hash made to fit',
      sql: `update event e set body = b.body, hash = sha256(p.hash || convert_to(b.body, 'UTF8'))
        from event p, (select replace(body, '"detail"', ' "detail"') as body from event where seq = 3) b where p.seq = 2 and e.seq = 3`,
      firstBroken: 4,
    },
    { what: 'a changed column', sql: `update event set at = at + interval '1 hour' where seq = 4`, firstBroken: 4 },
    { what: 'a deleted event', sql: `delete from event where seq = 5`, firstBroken: 5 },
    {
      what: 'the newest event deleted',
      sql: `delete from event where seq = (select max(seq) from event)`,
      firstBroken: -1,
    },
    {
      what: 'an inserted event',
      sql: `update event set seq = seq + 1000 where seq >= 4;
        insert into event select agency_id, 4, at, action, letter_id, body, hash from event where seq = 3;
        update event set seq = seq - 999 where seq >= 1004`,
      firstBroken: 4,
    },
    {
      what: 'an event behind the head',
      sql: `insert into event select agency_id, seq + 1, at, action, letter_id, body, hash from event order by seq desc limit 1`,
      firstBroken: -2,
    },
    {
      what: 'two events exchanged',
      sql: `update event set seq = 900 where seq = 2; update event set seq = 2 where seq = 3; update event set seq = 3 where seq = 900`,
      firstBroken: 2,
    },
    {
      what: 'a head put back',
      sql: `update audit_head h set seq = 4, hash = e.hash from event e where e.agency_id = h.agency_id and e.seq = 4`,
      firstBroken: 5,
    },
  ];

  for (const { what, sql, firstBroken } of TAMPERINGS)
    it(`shows ${what}, although a superuser did it`, async () => {
      const newest = await valueOf<number>(
        deps.database.adminUrl,
        'select seq::int from audit_head where agency_id = $1',
        [agency.agencyId],
      );
      await admin(`create table kept_event as select * from event; create table kept_head as select * from audit_head`);
      await admin(sql);
      const found = await check().catch((error: unknown) => error);
      await admin(
        `delete from event; insert into event select * from kept_event; drop table kept_event;
         update audit_head h set seq = k.seq, hash = k.hash from kept_head k where k.agency_id = h.agency_id; drop table kept_head`,
      );
      expect(found).to.include({
        isIntact: false,
        firstBrokenSeq: firstBroken === -1 ? newest : firstBroken === -2 ? newest + 1 : firstBroken,
      });
      expect((await check()).isIntact).to.equal(true);
    });

  it('lists the events of a letter in plain words to who may read it', async () => {
    const { events } = await listLetterEvents(deps, await agency.actor('staf'), { letterId });
    expect(events.map(({ title }) => title)).to.include.members(['Konsep dibuat', 'Diajukan']);
    expect(events[0]).to.include({
      personName: agency.desk('staf').name,
      deskTitle: 'Pranata Komputer Ahli Pertama',
      appointmentKind: 'definitif',
      isSeeded: false,
    });
  });

  it('shows an auditor the events of every letter, and hides them from other desks', async () => {
    expect((await listLetterEvents(deps, await agency.actor('auditor'), { letterId })).events).not.to.be.empty;
    await refusalOf(listLetterEvents(deps, await agency.actor('staf2'), { letterId }), 'not_found');
    await refusalOf(getJourney(deps, await agency.actor('auditor'), { letterId }), 'not_found');
    const other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    await refusalOf(listLetterEvents(deps, await other.actor('auditor'), { letterId }), 'not_found');
  });

  it('tells on the journey page when an event of the letter is gone', async () => {
    const staf = await agency.actor('staf');
    expect((await getJourney(deps, staf, { letterId })).audit.isIntact).to.equal(true);
    await admin(`delete from event where seq = (select max(seq) from event where letter_id = $1)`, [letterId]);
    expect((await getJourney(deps, staf, { letterId })).audit.isIntact).to.equal(false);
  });
});
