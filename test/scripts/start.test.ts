import { expect } from 'chai';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../server/runtime/free-port.ts';
import { makeSourceInstallation, startSupervisor, type Installation } from '../support/supervisor.ts';

describe('npm start', function () {
  this.timeout(120_000);

  let installation: Installation;

  before(() => {
    installation = makeSourceInstallation();
  });

  after(() => installation.remove());

  const start = async () =>
    startSupervisor(installation, { PORT: String(await freePort()), QUEUE_BACKEND: 'postgres' }, 'scripts/start.mjs');
  const startAndStop = async () => {
    const run = await start();
    try {
      await run.waitForLine(/Lontar siap/u, 90_000);
    } finally {
      run.process.kill('SIGINT');
    }
    expect(await run.ended).to.equal(0);
    return run.output();
  };

  it('builds and starts from a folder with a blank in its name', async () => {
    expect(await startAndStop()).to.match(/^Membangun server/mu);
  });

  it('builds nothing when nothing changed', async () => {
    expect(await startAndStop()).not.to.match(/Membangun/u);
  });

  it('builds again after a change, without the migrations that are gone', async () => {
    const stray = join(installation.folder, 'dist/migrations/20990101000000_gone.js');
    writeFileSync(stray, 'export async function up() { throw new Error("gone"); }');
    appendFileSync(join(installation.folder, 'workers/main.ts'), '\n');
    expect(await startAndStop()).to.match(/^Membangun server/mu);
    expect(existsSync(stray)).to.equal(false);
  });

  it('shows the mistake and starts nothing when the sources do not compile', async () => {
    appendFileSync(join(installation.folder, 'server/migrate.ts'), '\nexport const broken: number = "text";\n');
    const run = await start();
    expect(await run.ended).to.equal(1);
    expect(run.output())
      .to.match(/server\/migrate[.]ts\(\d+,\d+\): error TS2322/u)
      .and.match(/Gagal membangun server/u);
  });
});
