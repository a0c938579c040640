import { expect } from 'chai';
import { LETTER_STATUSES } from '../../server/letters/states.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { rowsOf } from '../support/rows.ts';
import { WITHOUT_TENANT } from './tables-without-tenant.ts';

interface TableRow extends Record<string, unknown> {
  name: string;
  hasAgency: boolean;
  firstKey: string | null;
  hasPolicy: boolean;
}

describe('The database schema', () => {
  let database: TestDatabase;
  let tables: TableRow[];
  before(async () => {
    database = await cloneDatabase();
    tables = await rowsOf<TableRow>(
      database.adminUrl,
      `select c.relname as name,
         exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id') as "hasAgency",
         (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where i.indrelid = c.oid and i.indisprimary) as "firstKey",
         c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid) as "hasPolicy"
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and c.relname not like 'knex_%' order by 1`,
    );
  });
  after(() => database.drop());

  it('puts the agency first in the key of every tenant table and walls it off', () => {
    const wrong = tables
      .filter((table) => !WITHOUT_TENANT.has(table.name))
      .filter((table) => !table.hasAgency || table.firstKey !== 'agency_id' || !table.hasPolicy);
    expect(wrong.map((table) => table.name)).to.deep.equal([]);
  });

  it('lists no exception that does not exist', () => {
    const known = new Set(tables.map((table) => table.name));
    expect([...WITHOUT_TENANT.keys()].filter((name) => !known.has(name))).to.deep.equal([]);
  });

  it('begins every foreign key between tenant tables with the agency', async () => {
    const wrong = await rowsOf<{ name: string }>(
      database.adminUrl,
      `select conname as name from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_class target on target.oid = k.confrelid
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace and target.relname not in ('agency', 'account') and a.attname <> 'agency_id'`,
    );
    expect(wrong.map((row) => row.name)).to.deep.equal([]);
  });

  it('knows the same letter states as states.ts', async () => {
    const [row] = await rowsOf<{ rule: string }>(
      database.adminUrl,
      `select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'letter'::regclass and conname = 'letter_status_check'`,
    );
    const known = Array.from((row?.rule ?? '').matchAll(/'(\w+)'/gu), (match) => match[1]);
    expect(known).to.have.members([...LETTER_STATUSES]);
  });

  const forbidden: [string, string][] = [
    ['change an event', `update event set body = body`],
    ['delete an event', `delete from event`],
    ['write an event past the chain', `insert into event select * from event`],
    ['read a partition past the tenant wall', `select 1 from event_1`],
    ['move the audit head', `update audit_head set seq = 0`],
    ['delete a letter', `delete from letter`],
    ['delete a register entry', `delete from register_entry`],
    ['change a kept version', `update letter_version set reason = 'signed'`],
    ['make a table', `create table intruder (id int)`],
    ['drop the wall', `alter table letter disable row level security`],
    ['read migrations', `select * from knex_migrations`],
    ['read the search table itself', `select 1 from archive_search`],
  ];
  for (const [what, sql] of forbidden)
    it(`does not let the API's role ${what}`, async () => {
      const message = await rowsOf(database.databaseUrl, sql).then(
        () => 'allowed',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
      expect(message).to.match(/permission denied|must be owner/u);
    });
});
