import { expect } from 'chai';
import { migrate, rollback } from '../server/migrate.ts';
import { rowsOf } from './support/rows.ts';
import { cloneDatabase, type TestDatabase } from './support/database.ts';

describe('migrations and roles', () => {
  let database: TestDatabase;

  before(async () => {
    database = await cloneDatabase();
  });

  after(() => database.drop());

  it('go up, down to nothing, and up again to the same tables', async () => {
    const before = await tableNames(database.adminUrl);
    expect(before).to.include('outbox');

    const reverted = await rollback(database.migrationDatabaseUrl);
    expect(await tableNames(database.adminUrl)).to.deep.equal(['knex_migrations', 'knex_migrations_lock']);

    const applied = await migrate(database.migrationDatabaseUrl);
    expect(applied).to.have.members(reverted);
    expect(await tableNames(database.adminUrl)).to.deep.equal(before);
  });

  it('are known by names without extension, so that compiled and source files are the same migration', async () => {
    const rows = await rowsOf<{ name: string }>(database.adminUrl, 'select name from knex_migrations order by id');
    expect(rows).to.have.length.greaterThan(0);
    for (const { name } of rows) expect(name).to.match(/^\d{14}_[a-z0-9_-]+$/u);
  });

  it('run although a killed run left its lock behind', async () => {
    await rowsOf(database.adminUrl, 'update knex_migrations_lock set is_locked = 1');
    expect(await migrate(database.migrationDatabaseUrl)).to.deep.equal([]);
  });

  it('applied by two starts at once happen once', async () => {
    await rollback(database.migrationDatabaseUrl);
    const [one, two] = await Promise.all([
      migrate(database.migrationDatabaseUrl),
      migrate(database.migrationDatabaseUrl),
    ]);
    expect(Math.min(one.length, two.length)).to.equal(0);
    expect(Math.max(one.length, two.length)).to.be.greaterThan(0);
  });

  it('leave the application role without the right to change the schema', async () => {
    const refusal = await rowsOf(database.databaseUrl, 'create table mine (id int)').catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(Error).with.property('code', '42501');
  });

  it('let the queue role work in its own schema only', async () => {
    const [row] = await rowsOf<{ schema: string }>(database.queueDatabaseUrl, 'select current_schema() as schema');
    expect(row?.schema).to.equal('bullmq');
    await rowsOf(database.queueDatabaseUrl, 'create table bullmq.probe (id int); drop table bullmq.probe');
    const refusal = await rowsOf(database.queueDatabaseUrl, 'select * from public.outbox').catch(
      (error: unknown) => error,
    );
    expect(refusal).to.be.instanceOf(Error).with.property('code', '42501');
  });

  it('let the owner make functions that belong to the search role without being it', async () => {
    await rowsOf(
      database.migrationDatabaseUrl,
      `create function probe() returns int language sql security definer as 'select 1';
       alter function probe() owner to lontar_search;`,
    );
    const [row] = await rowsOf<{ owner: string }>(
      database.adminUrl,
      "select proowner::regrole::text as owner from pg_proc where proname = 'probe'",
    );
    expect(row?.owner).to.equal('lontar_search');
  });

  it('offer the collation and the extensions that queries rely on', async () => {
    const rows = await rowsOf<{ extname: string }>(database.adminUrl, 'select extname from pg_extension');
    expect(rows.map(({ extname }) => extname)).to.include.members([
      'pg_trgm',
      'unaccent',
      'btree_gist',
      'btree_gin',
      'pgcrypto',
    ]);
    const sorted = await rowsOf<{ name: string }>(
      database.databaseUrl,
      `select name from (values ('Zulkifli'), ('andi'), ('Éva'), ('Edi')) as people(name) order by name collate "id-x-icu"`,
    );
    expect(sorted.map(({ name }) => name)).to.deep.equal(['andi', 'Edi', 'Éva', 'Zulkifli']);
  });
});

function tableNames(url: string): Promise<string[]> {
  return rowsOf<{ name: string }>(
    url,
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  ).then((rows) => rows.map(({ name }) => name));
}
