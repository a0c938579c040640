import { expect } from 'chai';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';

describe('the worker process', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let dataDir: string;

  before(async () => {
    database = await cloneDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'lontar-worker-'));
  });
  after(async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = (changes: NodeJS.ProcessEnv = {}): ChildProcess =>
    fork(new URL('../../workers/main.ts', import.meta.url), [], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LONTAR_DEMO: '1',
        DATA_DIR: dataDir,
        DATABASE_URL: database.databaseUrl,
        RELAY_DATABASE_URL: database.relayDatabaseUrl,
        QUEUE_DATABASE_URL: database.queueDatabaseUrl,
        SEAL_KEY: '33'.repeat(32),
        LOG_LEVEL: 'silent',
        ...changes,
      },
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });

  it('says that it is healthy, and ends cleanly when asked', async () => {
    const worker = start();
    const [message] = (await once(worker, 'message')) as [unknown];
    expect(message).to.deep.equal({ type: 'health', isHealthy: true });
    worker.kill('SIGTERM');
    expect(await once(worker, 'exit')).to.deep.equal([0, null]);
  });

  it('ends when its supervisor is gone', async () => {
    const worker = start();
    await once(worker, 'message');
    worker.disconnect();
    expect(await once(worker, 'exit')).to.deep.equal([0, null]);
  });

  it('says everything that is missing from its configuration, and ends', async () => {
    const worker = start({ DATABASE_URL: undefined, QUEUE_DATABASE_URL: undefined });
    const chunks: Buffer[] = [];
    worker.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [code] = (await once(worker, 'exit')) as [number];
    expect(code).to.equal(1);
    const said = Buffer.concat(chunks).toString('utf8');
    expect(said).to.contain('DATABASE_URL belum diisi');
  });
});
