import { expect } from 'chai';
import pg from 'pg';
import { z } from 'zod';
import { ask } from '../support/ask.ts';
import { makeAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { INDEXES_WITHOUT_TENANT, TABLES_WITHOUT_TENANT } from './tenant-exceptions.ts';

interface Table {
  name: string;
  isSecured: boolean;
  hasAgency: boolean;
}

interface Index {
  table: string;
  name: string;
  isPrimary: boolean;
  first: string | null;
}

describe('tenant tables', () => {
  let deps: TestDeps;
  let tables: Table[];
  let indexes: Index[];

  before(async () => {
    deps = await makeDeps();
    const all = await ask<Table>(
      deps.database.adminUrl,
      `select relname as name, relrowsecurity as "isSecured",
              exists (select from pg_attribute where attrelid = c.oid and attname = 'agency_id') as "hasAgency"
         from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
          and relname not like 'knex%'`,
    );
    tables = all.filter(({ name }) => !(name in TABLES_WITHOUT_TENANT));
    indexes = await ask<Index>(
      deps.database.adminUrl,
      `select t.relname as table, i.relname as name, x.indisprimary as "isPrimary",
              (select attname from pg_attribute where attrelid = t.oid and attnum = x.indkey[0] and attnum > 0) as first
         from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
         join pg_am on pg_am.oid = i.relam and amname = 'btree'
        where t.relnamespace = 'public'::regnamespace`,
    );
  });

  after(() => deps.release());

  it('all carry their agency', () => {
    expect(tables).to.have.length.greaterThan(20);
    expect(tables.filter(({ hasAgency }) => !hasAgency)).to.deep.equal([]);
  });

  it('all are guarded by row-level security', () => {
    expect(tables.filter(({ isSecured }) => !isSecured)).to.deep.equal([]);
  });

  it('begin every key and every b-tree index with the agency', () => {
    const ours = indexes.filter(({ table }) => tables.some(({ name }) => name === table));
    const withoutAgency = ours.filter(({ name, first }) => first !== 'agency_id' && !(name in INDEXES_WITHOUT_TENANT));
    expect(withoutAgency).to.deep.equal([]);
    const withKey = new Set(ours.filter(({ isPrimary }) => isPrimary).map(({ table }) => table));
    expect(tables.map(({ name }) => name).filter((name) => !withKey.has(name))).to.deep.equal([]);
  });

  it('show the application the rows of its agency, and nothing to another or to none', async () => {
    const agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    await signedLetter(deps, agency);
    const filled: string[] = [];
    for (const { name } of tables) {
      const count = `select count(*)::int as count from ${name}`;
      const as = (agencyId: string) => `begin; select set_config('app.agency_id', '${agencyId}', true); ${count}`;
      const [all] = await ask<{ count: number }>(deps.database.adminUrl, count);
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

  it('keep the search table and the signed facts out of the direct reach of the application', async () => {
    const [rights] = await ask(
      deps.database.adminUrl,
      `select has_table_privilege('lontar_app', 'letter_search', 'select') as "searchRead",
              has_table_privilege('lontar_app', 'event', 'insert, update, delete') as "eventWrite",
              has_table_privilege('lontar_app', 'letter_version', 'update, delete') as "versionWrite",
              has_schema_privilege('lontar_app', 'public', 'create') as "schemaWrite"`,
    );
    expect(rights).to.deep.equal({ searchRead: false, eventWrite: false, versionWrite: false, schemaWrite: false });
  });

  it('name only exceptions that exist', async () => {
    const known = await ask<{ name: string }>(
      deps.database.adminUrl,
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace",
    );
    const names = known.map(({ name }) => name);
    expect(names).to.include.members([...Object.keys(TABLES_WITHOUT_TENANT), ...Object.keys(INDEXES_WITHOUT_TENANT)]);
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
