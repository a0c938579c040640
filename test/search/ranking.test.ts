import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { z } from 'zod';
import { many } from '../../server/db.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const OWN = `p:${randomUUID()}`;
const FOREIGN = `p:${randomUUID()}`;

describe('the order of found letters', () => {
  const agencyId = randomUUID();
  let deps: TestDeps;

  before(async function () {
    this.timeout(120_000);
    deps = await makeDeps();
    // Own letters on one day each, newer letters of another desk beside every one of them.
    await put(
      `select n, $2, 'surat biasa', 'rapat berkala', date '2000-01-01' + n from generate_series(1, 9000) n`,
      OWN,
    );
    await put(`select n, $2, 'rapat', 'rapat', date '2000-01-02' + n from generate_series(1, 9000) n`, FOREIGN);
    await put(`select 9001, $2, 'undangan rapat lama', 'teks', date '2001-01-01'`, OWN);
    await put(`select 9002, $2, 'undangan rapat baru', 'teks', date '2024-01-01'`, OWN);
    await put(`select 9003, $2, 'kenduri', 'gotong royong', date '2001-01-01'`, OWN);
    await put(`select 9004, $2, 'surat', 'kenduri kenduri kenduri', date '2003-01-01'`, OWN);
    await put(`select 9005, $2, 'surat', 'kenduri', date '2004-01-01'`, OWN);
    await rowsOf(deps.database.adminUrl, 'vacuum analyze archive_search');
  });
  after(() => deps.release());

  function put(rows: string, token: string): Promise<unknown> {
    return rowsOf(
      deps.database.adminUrl,
      `insert into archive_search (agency_id, entity_id, kind, unit_id, type, classification_code, security_class, handling_grade, date,
         year, arrived_at, number, sender, title, rights, lead, tsv)
       select $1, gen_random_uuid(), 'letter', gen_random_uuid(), 'surat_dinas', '500', 'B', 'biasa', r.date, 2000, r.date, r.n, '',
         r.title, array[r.token], w.lead, w.lead || search_body(r.text)
       from (${rows}) r (n, token, title, text, date)
       cross join lateral (select setweight(search_vector(r.title), 'A') as lead) w`,
      [agencyId, token],
    );
  }

  /** Numbers of one page as the application role gets them, and the rights that they have. */
  async function page(wanted: Record<string, unknown>): Promise<{ number: string; title: string; rights: string }[]> {
    const request = JSON.stringify({ sort: 'rank', offset: 0, limit: 10, ...wanted });
    const ids = await deps.db.transaction({ agencyId }, async (tx) => {
      await many(tx, `select set_config('app.rights', :rights, true)`, { rights: `{${OWN}}` }, z.unknown());
      return many(
        tx,
        'select entity_id from search_page(:request::jsonb)',
        { request },
        z.object({ entityId: z.string() }),
      );
    });
    return rowsOf(
      deps.database.adminUrl,
      `select s.number, s.title, s.rights[1] as rights from unnest($1::uuid[]) with ordinality as asked (id, place)
       join archive_search s on s.entity_id = asked.id order by asked.place`,
      [ids.map(({ entityId }) => entityId)],
    );
  }

  it('has the word in the title before the word in the text, and the newest first among these', async () => {
    const found = await page({ query: "'kenduri'" });
    expect(found.map(({ number }) => number)).to.deep.equal(['9003', '9005', '9004']);
  });

  it('ranks the newest two thousand of the own letters, however many newer ones others have', async () => {
    const found = await page({ query: "'rapat'" });
    expect(found.map(({ title }) => title)).not.to.include('undangan rapat lama');
    expect(found[0]?.number).to.equal('9002');
    expect(found.slice(1).map(({ number }) => number)).to.deep.equal(
      Array.from({ length: 9 }, (_, place) => String(9000 - place)),
    );
    expect(new Set(found.map(({ rights }) => rights))).to.deep.equal(new Set([OWN]));
  });

  it('looks at all matches when a filter leaves few of a frequent word', async () => {
    const found = await page({ query: "'rapat'", to: '2001-01-01' });
    expect(found[0]?.number).to.equal('9001');
  });

  it('goes through a frequent word by date without a gap', async () => {
    const first = await page({ query: "'rapat'", sort: 'date' });
    expect(first.map(({ number }) => number)).to.deep.equal(
      Array.from({ length: 10 }, (_, place) => String(9000 - place)),
    );
    const dates = await rowsOf<{ date: string; id: string }>(
      deps.database.adminUrl,
      `select date::text, entity_id as id from archive_search where number = '2000' and rights = array[$1]`,
      [OWN],
    );
    const after = { afterDate: dates[0]?.date, afterId: dates[0]?.id };
    const later = await page({ query: "'rapat'", sort: 'date', ...after });
    expect(later[0]?.number).to.equal('1999');
    expect(later).to.have.length(10);
  });

  it('takes a phrase of the text as it is written', async () => {
    expect(await page({ query: null, phrases: ['gotong royong'], sort: 'date' })).to.have.length(1);
    expect(await page({ query: null, phrases: ['royong gotong'], sort: 'date' })).to.have.length(0);
  });

  it('keeps places of the words as written only', async () => {
    const vector = await valueOf(deps.database.adminUrl, `select search_body('Laporan kerusakan')::text`);
    expect(vector).to.equal("'kerusakan':2 'lapor' 'laporan':1 'rusak'");
  });
});
