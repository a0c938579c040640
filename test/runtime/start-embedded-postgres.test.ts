import { expect } from 'chai';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive, waitUntilGone } from '../../server/runtime/process-state.ts';
import { prepareServiceHome } from '../../server/runtime/prepare-service-home.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/runtime/start-embedded-postgres.ts';
import { StartupError } from '../../server/runtime/startup-error.ts';
import { rowsOf } from '../support/rows.ts';
import { makeTestFolder } from '../support/database.ts';

describe('embedded PostgreSQL', () => {
  let dataDir: string;
  let running: EmbeddedPostgres[];

  beforeEach(() => {
    dataDir = makeTestFolder();
    running = [];
  });

  afterEach(async () => {
    for (const server of running) if (isAlive(server.pid)) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async (options: { port?: number } = {}) => {
    const server = await startEmbeddedPostgres({ dataDir, ...options });
    running.push(server);
    return server;
  };
  const postgresFolder = () => join(prepareServiceHome(dataDir).folder, 'postgres');

  it('starts durable, on loopback only, without socket files, and stops', async () => {
    const server = await start();
    const settings = await rowsOf<{ name: string; setting: string }>(
      server.adminUrl,
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'listen_addresses', 'unix_socket_directories', 'password_encryption', 'data_checksums', 'jit')",
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).to.deep.equal({
      fsync: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      password_encryption: 'scram-sha-256',
      data_checksums: 'on',
      jit: 'off',
    });
    await server.stop();
    expect(isAlive(server.pid)).to.equal(false);
  });

  it('lets nobody in without the password, which only the owner of its file reads', async () => {
    const server = await start();
    const withoutPassword = server.adminUrl.replace(/:[^:@]+@/u, ':wrong@');
    const refusal = await rowsOf(withoutPassword, 'select 1').catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(Error).with.property('code', '28P01');
    expect(statSync(join(postgresFolder(), 'server.json')).mode & 0o777).to.equal(0o600);
    expect(existsSync(join(postgresFolder(), 'data.password'))).to.equal(false);
  });

  it('is adopted, not started again, when it runs already', async () => {
    const first = await start();
    const second = await start();
    expect(second).to.include({ pid: first.pid, port: first.port, adminUrl: first.adminUrl, isAdopted: true });
    await second.stop();
    expect(isAlive(first.pid)).to.equal(false);
  });

  it('comes back on its port with every acknowledged row after kill -9 of the postmaster', async () => {
    const first = await start();
    await rowsOf(first.adminUrl, 'create table kept (n int primary key)');
    let acknowledged = 0;
    const writing = (async () => {
      const client = new pg.Client({ connectionString: first.adminUrl });
      client.on('error', () => undefined);
      await client.connect();
      for (let n = 1; ; n++) {
        await client.query('insert into kept values ($1)', [n]);
        acknowledged = n;
        if (n === 100) process.kill(first.pid, 'SIGKILL');
      }
    })().catch(() => undefined);
    await waitUntilGone(first.pid, 5000);
    const second = await start({ port: first.port });
    await writing;
    const [row] = await rowsOf<{ count: number }>(second.adminUrl, 'select count(*)::int as count from kept');
    expect(second.isAdopted).to.equal(false);
    expect(second.port).to.equal(first.port);
    expect(acknowledged).to.be.at.least(100);
    expect(row?.count).to.be.within(acknowledged, acknowledged + 1);
  });

  it('starts although the pid of its old postmaster belongs to another program now', async () => {
    const first = await start();
    const pidPath = join(postgresFolder(), 'data', 'postmaster.pid');
    const lines = readFileSync(pidPath, 'utf8').split('\n');
    await first.stop();
    writeFileSync(pidPath, [String(process.pid), ...lines.slice(1)].join('\n'));
    const second = await start();
    expect(second.isAdopted).to.equal(false);
    expect(isAlive(second.pid)).to.equal(true);
  });

  it('takes another port when its own is in other hands', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(first.port, '127.0.0.1', resolve));
    try {
      const second = await start();
      expect(second.port).not.to.equal(first.port);
    } finally {
      squatter.close();
    }
  });

  it('refuses data of another major version and says what to do', async () => {
    await (await start()).stop();
    writeFileSync(join(postgresFolder(), 'data', 'PG_VERSION'), '15\n');
    const refusal = await start().catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(StartupError);
    expect((refusal as StartupError).message).to.match(/dibuat oleh PostgreSQL 15.*pg_upgrade.*DATABASE_URL/u);
  });

  it('begins anew where the very first start was killed half way', async () => {
    const folder = postgresFolder();
    mkdirSync(join(folder, 'data.new', 'base'), { recursive: true });
    writeFileSync(join(folder, 'data.new', 'PG_VERSION'), '18\n');
    writeFileSync(join(folder, 'server.json'), JSON.stringify({ password: 'of the killed start', port: 0 }));
    const server = await start();
    expect(await rowsOf(server.adminUrl, 'select 1 as one')).to.deep.equal([{ one: 1 }]);
    expect(existsSync(join(folder, 'data.new'))).to.equal(false);
  });
});
