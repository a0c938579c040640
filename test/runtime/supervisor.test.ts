import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findPostmaster } from '../../server/runtime/find-postmaster.ts';
import { freePort } from '../../server/runtime/free-port.ts';
import { prepareServiceHome } from '../../server/runtime/prepare-service-home.ts';
import { isAlive, waitUntilGone } from '../../server/runtime/process-state.ts';
import { rowsOf } from '../support/rows.ts';
import { requireJudge } from '../support/judges.ts';
import {
  eventually,
  makeInstallation,
  startSupervisor,
  type Installation,
  type RunningSupervisor,
} from '../support/supervisor.ts';

interface ApiAnswer {
  pid: number;
  env: Record<string, string>;
}

describe('supervisor', function () {
  this.timeout(60_000);

  let installed: Installation;
  let installation: Installation;
  let port: number;
  let runs: RunningSupervisor[];
  let count = 0;

  before(() => {
    installed = makeInstallation();
  });

  after(() => installed.remove());

  beforeEach(async () => {
    installation = { ...installed, dataDir: join(installed.folder, `.data-${++count}`) };
    port = await freePort();
    runs = [];
  });

  afterEach(async () => {
    for (const { process: child, ended } of runs) {
      child.kill('SIGINT');
      await ended;
    }
    // A killed supervisor leaves its servers to the next one; after a test there is none.
    const left = [postmasterPid(), redisPid()].filter((pid) => pid !== undefined);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    for (const pid of left) await waitUntilGone(pid, 5000);
  });

  const launch = (env: NodeJS.ProcessEnv = {}) => {
    const run = startSupervisor(installation, { PORT: String(port), QUEUE_BACKEND: 'postgres', ...env });
    runs.push(run);
    return run;
  };
  const launchReady = async (env: NodeJS.ProcessEnv = {}) => {
    const run = launch(env);
    await run.waitForLine(/Lontar siap/u);
    return run;
  };
  const askApi = () =>
    eventually('an answer of the API', async () => {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2000) });
        return response.ok ? ((await response.json()) as ApiAnswer) : undefined;
      } catch {
        return undefined;
      }
    });
  const workersPid = () => Number(readFileSync(join(installation.dataDir, 'workers.pid'), 'utf8'));
  const services = () => prepareServiceHome(installation.dataDir).folder;
  const postmasterPid = () => findPostmaster(join(services(), 'postgres', 'data'))?.pid;
  const redisPid = () => {
    const log = join(services(), 'redis', 'redis.log');
    if (!existsSync(log)) return undefined;
    const pids = [...readFileSync(log, 'utf8').matchAll(/^(\d+):M .*Ready to accept/gmu)].map(([, pid]) => Number(pid));
    const pid = pids.at(-1);
    return pid !== undefined && isAlive(pid) ? pid : undefined;
  };

  it('starts everything, prints the address last, and ends with code 0 and nothing left on Ctrl-C', async () => {
    const run = await launchReady();
    expect(run.output()).to.contain('akun demonstrasi: lontar_owner');
    expect(run.output().trimEnd().split('\n').at(-1)).to.match(
      new RegExp(`^Lontar siap: http://127[.]0[.]0[.]1:${port} `, 'u'),
    );
    const api = await askApi();
    const pids = [api.pid, workersPid(), postmasterPid()];
    run.process.kill('SIGINT');
    expect(await run.ended).to.equal(0);
    expect(pids.map((pid) => pid !== undefined && isAlive(pid))).to.deep.equal([false, false, false]);
  });

  it('gives API and workers their own roles and keeps the owner of the schema to itself', async () => {
    await launchReady();
    const { env } = await askApi();
    const userIn = (name: string) => new URL(env[name] ?? '').username;
    expect(userIn('DATABASE_URL')).to.equal('lontar_app');
    expect(userIn('RELAY_DATABASE_URL')).to.equal('lontar_relay');
    expect(userIn('QUEUE_DATABASE_URL')).to.equal('lontar_queue');
    expect(env).not.to.have.property('MIGRATION_DATABASE_URL');
    expect(env).to.include({ QUEUE_BACKEND: 'postgres', DATA_DIR: installation.dataDir, LONTAR_DEMO: '1' });
    expect(env).to.include({ MALLOC_ARENA_MAX: '2' });
    expect(env['SEAL_KEY']).to.match(/^[0-9a-f]{64}$/u);
    expect(readFileSync(env['SEAL_KEY_FILE'] ?? '', 'utf8')).to.equal(env['SEAL_KEY']);
  });

  it('prints the address of the running one and ends with code 0 when started a second time', async () => {
    await launchReady();
    const second = launch({ PORT: String(await freePort()) });
    expect(await second.ended).to.equal(0);
    expect(second.output()).to.contain(`Lontar sudah berjalan untuk folder data ini: http://127.0.0.1:${port}`);
    await askApi();
  });

  it('starts API and workers again after kill -9', async () => {
    await launchReady();
    const before = await askApi();
    const workersBefore = workersPid();
    process.kill(before.pid, 'SIGKILL');
    process.kill(workersBefore, 'SIGKILL');
    await waitUntilGone(before.pid, 5000);
    const after = await askApi();
    expect(after.pid).not.to.equal(before.pid);
    const workersAfter = await eventually('new workers', () => {
      const pid = workersPid();
      return pid !== workersBefore && isAlive(pid) ? pid : undefined;
    });
    expect(workersAfter).not.to.equal(workersBefore);
  });

  it('starts PostgreSQL again on its port after kill -9, with the data, under the same API process', async () => {
    await launchReady();
    const before = await askApi();
    const url = before.env['QUEUE_DATABASE_URL'] ?? '';
    // The queue's role does not wait for the disk; what must outlive the crash is written by a connection that does.
    await rowsOf(`${url}?options=-csynchronous_commit%3Don`, 'create table bullmq.kept as select 42 as n');
    const pid = postmasterPid();
    if (pid === undefined) throw new Error('no postmaster');
    process.kill(pid, 'SIGKILL');
    await eventually('another postmaster', () => {
      const now = postmasterPid();
      return now !== undefined && now !== pid ? now : undefined;
    });
    const after = await askApi();
    expect(after.pid).to.equal(before.pid);
    const kept = await eventually('PostgreSQL', () =>
      rowsOf(url, 'select n from bullmq.kept').catch((error: unknown) => {
        if (['ECONNREFUSED', '57P03'].includes((error as { code?: string }).code ?? '')) return undefined;
        throw error;
      }),
    );
    expect(kept).to.deep.equal([{ n: 42 }]);
  });

  it('takes API and workers with it within five seconds when it is killed; the next start adopts PostgreSQL', async () => {
    const run = await launchReady();
    const { pid } = await askApi();
    const workers = workersPid();
    const postmaster = postmasterPid();
    run.process.kill('SIGKILL');
    await run.ended;
    expect(await waitUntilGone(pid, 5000)).to.equal(true);
    expect(await waitUntilGone(workers, 5000)).to.equal(true);
    expect(postmasterPid()).to.equal(postmaster);

    const next = await launchReady();
    expect(next.output()).to.contain('PostgreSQL masih menyala dari sebelumnya dan dipakai lagi.');
    expect(postmasterPid()).to.equal(postmaster);
    next.process.kill('SIGINT');
    expect(await next.ended).to.equal(0);
    expect(postmasterPid()).to.equal(undefined);
  });

  it('leaves no half-done preparation at work when it is killed or stopped during the first start', async () => {
    const demoPid = () =>
      eventually('the preparation', () => {
        const path = join(installation.dataDir, 'demo.pid');
        const pid = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
        return pid > 0 && isAlive(pid) ? pid : undefined;
      });
    const killed = launch({ SLOW_DEMO_MS: '60000' });
    const first = await demoPid();
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(await waitUntilGone(first, 5000)).to.equal(true);

    const stopped = launch({ SLOW_DEMO_MS: '60000' });
    const second = await demoPid();
    stopped.process.kill('SIGINT');
    expect(await stopped.ended).to.equal(0);
    expect(isAlive(second)).to.equal(false);
    expect(postmasterPid()).to.equal(undefined);
  });

  it('says in one sentence that the port is in other hands, and leaves nothing running', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    const run = launch();
    expect(await run.ended).to.equal(1);
    squatter.close();
    expect(run.output().trimEnd()).to.equal(
      `Alamat 127.0.0.1:${port} tidak dapat dipakai (mungkin dipegang program lain): pilih port lain, misalnya PORT=${port + 1} npm start.`,
    );
    expect(postmasterPid()).to.equal(undefined);
  });

  it('lists everything that production still needs and starts nothing', async () => {
    const run = launch({ NODE_ENV: 'production' });
    expect(await run.ended).to.equal(1);
    for (const name of ['DATABASE_URL', 'SEAL_KEY', 'TIMESTAMP_URL', 'SMTP_URL', 'PUBLIC_URL'])
      expect(run.output()).to.match(new RegExp(`^  - ${name} belum diisi`, 'mu'));
    expect(existsSync(join(installation.dataDir, 'roles.json'))).to.equal(false);
  });

  if (requireJudge('supervisor with a Redis on the machine', 'redis-server') !== null)
    it('runs a Redis of its own, starts it again after kill -9, leaves it when killed, and adopts it next time', async () => {
      const run = await launchReady({ QUEUE_BACKEND: 'redis' });
      const { env } = await askApi();
      expect(env).to.include({ QUEUE_BACKEND: 'redis' });
      const first = redisPid();
      if (first === undefined) throw new Error('no Redis');
      process.kill(first, 'SIGKILL');
      const second = await eventually('another Redis', () => {
        const pid = redisPid();
        return pid !== undefined && pid !== first ? pid : undefined;
      });
      run.process.kill('SIGKILL');
      await run.ended;
      expect(isAlive(second)).to.equal(true);

      const next = await launchReady({ QUEUE_BACKEND: 'redis' });
      expect(next.output()).to.contain('masih menyala dari sebelumnya');
      expect(redisPid()).to.equal(second);
      expect((await askApi()).env['REDIS_URL']).to.equal(env['REDIS_URL']);
      next.process.kill('SIGINT');
      expect(await next.ended).to.equal(0);
      expect(isAlive(second)).to.equal(false);
    });
});
