import { expect } from 'chai';
import pg from 'pg';
import { z } from 'zod';
import { rowsOf } from '../support/rows.ts';
import { makeAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { INDEXES_WITHOUT_TENANT } from './indexes-without-tenant.ts';
import { WITHOUT_TENANT } from './tables-without-tenant.ts';

interface Index {
  table: string;
  name: string;
  isPrimary: boolean;
  first: string | null;
}

describe('tenant tables', function () {
  this.timeout(60_000);

  let deps: TestDeps;
  let tables: string[];
  let indexes: Index[];

  before(async () => {
    deps = await makeDeps();
    const all = await rowsOf<{ name: string }>(
      deps.database.adminUrl,
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
          and relname not like 'knex%'`,
    );
    tables = all.map(({ name }) => name).filter((name) => !WITHOUT_TENANT.has(name));
    indexes = await rowsOf<Index>(
      deps.database.adminUrl,
      `select t.relname as table, i.relname as name, x.indisprimary as "isPrimary",
              (select attname from pg_attribute where attrelid = t.oid and attnum = x.indkey[0] and attnum > 0) as first
         from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
         join pg_am on pg_am.oid = i.relam and amname = 'btree'
        where t.relnamespace = 'public'::regnamespace`,
    );
  });

  after(() => deps.release());

  it('begin every key and every b-tree index with the agency', () => {
    const ours = indexes.filter(({ table }) => tables.includes(table));
    const withoutAgency = ours.filter(({ name, first }) => first !== 'agency_id' && !(name in INDEXES_WITHOUT_TENANT));
    expect(withoutAgency).to.deep.equal([]);
    const withKey = new Set(ours.filter(({ isPrimary }) => isPrimary).map(({ table }) => table));
    expect(tables.filter((name) => !withKey.has(name))).to.deep.equal([]);
  });

  it('show the application the rows of its agency, and nothing to another or to none', async () => {
    const agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    await signedLetter(deps, agency);
    const filled: string[] = [];
    for (const name of tables) {
      const count = `select count(*)::int as count from ${name}`;
      const as = (agencyId: string) => `begin; select set_config('app.agency_id', '${agencyId}', true); ${count}`;
      const [all] = await rowsOf<{ count: number }>(deps.database.adminUrl, count);
      if (all?.count === 0) continue;
      filled.push(name);
      const seen = {
        none: await countIn(deps.database.databaseUrl, count),
        other: await countIn(deps.database.databaseUrl, as('01990000-0000-7000-8000-000000000000')),
        own: await countIn(deps.database.databaseUrl, as(agency.agencyId)),
      };
      expect(seen, name).to.deep.equal({ none: 0, other: 0, own: all?.count });
    }
    expect(filled).to.include.members(['person', 'position', 'letter', 'letter_version', 'register_entry', 'event']);
  });

  it('need no index exception that does not exist', async () => {
    const known = await rowsOf<{ name: string }>(
      deps.database.adminUrl,
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace",
    );
    const names = known.map(({ name }) => name);
    expect(names).to.include.members(Object.keys(INDEXES_WITHOUT_TENANT));
  });
});

/** Count of the last statement of several. */
async function countIn(url: string, sql: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results: unknown = await client.query(sql);
    const last = z
      .array(z.object({ rows: z.array(z.object({ count: z.number() }).partial()) }))
      .parse([results].flat())
      .at(-1);
    return last?.rows[0]?.count;
  } finally {
    await client.end();
  }
}
