import { expect } from 'chai';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../server/migrate.ts';
import { ensureRoles, type RoleUrls } from '../../server/runtime/ensure-roles.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/runtime/start-embedded-postgres.ts';
import { StartupError } from '../../server/runtime/startup-error.ts';
import { rowsOf } from '../support/rows.ts';
import { makeTestFolder } from '../support/database.ts';

// Roles belong to the whole cluster, so these tests need one that no other test shares.
describe('database roles', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let secretsPath: string;

  before(async () => {
    folder = makeTestFolder();
    secretsPath = join(folder, 'roles.json');
    server = await startEmbeddedPostgres({ dataDir: folder, settings: { fsync: 'off' } });
  });

  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('on a server of another department, where we get a database and CREATEROLE', () => {
    let adminUrl: string;

    before(async () => {
      await rowsOf(server.adminUrl, "create role dinas login createrole password 'sandi'");
      await rowsOf(server.adminUrl, 'create database surat owner dinas');
      const address = new URL(server.adminUrl);
      address.username = 'dinas';
      address.password = 'sandi';
      address.pathname = '/surat';
      adminUrl = address.href;
    });

    it('are made with passwords that only the owner of their file reads, and carry all migrations', async () => {
      const roles = await ensureRoles({ adminUrl, secretsPath, isOwnCluster: false });
      expect(await migrate(roles.migrationDatabaseUrl)).to.have.length.greaterThan(0);
      expect(await userOf(roles.databaseUrl)).to.equal('lontar_app');
      expect(await userOf(roles.relayDatabaseUrl)).to.equal('lontar_relay');
      expect(await userOf(roles.queueDatabaseUrl)).to.equal('lontar_queue');
      expect(statSync(secretsPath).mode & 0o777).to.equal(0o600);
    });

    it('are the same at the next start', async () => {
      const secrets = readFileSync(secretsPath, 'utf8');
      const roles = await ensureRoles({ adminUrl, secretsPath, isOwnCluster: false });
      expect(readFileSync(secretsPath, 'utf8')).to.equal(secrets);
      expect(await userOf(roles.databaseUrl)).to.equal('lontar_app');
    });

    it('keep their passwords when a second machine with another data directory starts, which is told what to set', async () => {
      const elsewhere = { adminUrl, secretsPath: join(folder, 'elsewhere.json'), isOwnCluster: false };
      const refusal = await ensureRoles(elsewhere).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(StartupError);
      expect((refusal as StartupError).message).to.match(/DATABASE_URL, MIGRATION_DATABASE_URL, RELAY_DATABASE_URL/u);
      const roles = await ensureRoles({ adminUrl, secretsPath, isOwnCluster: false });
      expect(await userOf(roles.databaseUrl)).to.equal('lontar_app');
    });

    it('are refused in one sentence when the given role may not make roles', async () => {
      await rowsOf(server.adminUrl, 'alter role dinas nocreaterole');
      const refusal = await ensureRoles({ adminUrl, secretsPath, isOwnCluster: false }).catch(
        (error: unknown) => error,
      );
      expect(refusal).to.be.instanceOf(StartupError);
      expect((refusal as StartupError).message).to.match(
        /^Peran dinas tidak boleh membuat peran lain: isi DATABASE_URL/u,
      );
    });
  });

  describe('on our own server', () => {
    const own = (): Promise<RoleUrls> =>
      ensureRoles({ adminUrl: server.adminUrl, database: 'lontar', secretsPath, isOwnCluster: true });

    it('get new passwords when the file with the old ones is lost', async () => {
      writeFileSync(secretsPath, '{}');
      const roles = await own();
      expect(await userOf(roles.migrationDatabaseUrl)).to.equal('lontar_owner');
    });

    it('are made once by two starts at the same time', async () => {
      const [one, two] = await Promise.all([own(), own()]);
      expect(one).to.deep.equal(two);
      expect(await userOf(one.databaseUrl)).to.equal('lontar_app');
    });

    it('do not let strangers connect', async () => {
      await own();
      await rowsOf(server.adminUrl, "create role stranger login password 'sandi'");
      const address = new URL(server.adminUrl);
      address.username = 'stranger';
      address.password = 'sandi';
      address.pathname = '/lontar';
      const refusal = await rowsOf(address.href, 'select 1').catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(Error).with.property('code', '42501');
    });
  });
});

async function userOf(url: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string }>(url, 'select current_user::text as name');
  return row?.name;
}
