import { expect } from 'chai';
import { rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askRedis } from '../../server/runtime/ask-redis.ts';
import { chooseQueue, type QueueChoice, type QueueWish } from '../../server/runtime/choose-queue.ts';
import { freePort } from '../../server/runtime/free-port.ts';
import { prepareServiceHome } from '../../server/runtime/prepare-service-home.ts';
import { isAlive, waitUntilGone } from '../../server/runtime/process-state.ts';
import { StartupError } from '../../server/runtime/startup-error.ts';
import { makeTestFolder } from '../support/database.ts';
import { requireJudge } from '../support/judges.ts';

describe('choice of the queue', () => {
  let folder: string;
  let choices: QueueChoice[];
  const said: string[] = [];

  beforeEach(() => {
    folder = makeTestFolder();
    choices = [];
    said.length = 0;
  });

  afterEach(async () => {
    for (const choice of choices) if (choice.backend === 'redis') await choice.local?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const choose = async (wish: Partial<QueueWish> = {}) => {
    const choice = await chooseQueue({
      home: () => prepareServiceHome(folder),
      say: (line) => said.push(line),
      path: '/nonexistent',
      ...wish,
    });
    choices.push(choice);
    return choice;
  };

  it('is PostgreSQL where the machine has no Redis', async () => {
    expect(await choose()).to.deep.equal({ backend: 'postgres' });
  });

  it('refuses when Redis is demanded and there is none', async () => {
    const refusal = await choose({ backend: 'redis' }).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(StartupError);
    expect((refusal as StartupError).message).to.match(/pasang redis-server .* atau isi REDIS_URL/u);
  });

  it('refuses a REDIS_URL that does not answer and hides its password', async () => {
    const redisUrl = `redis://:rahasia@127.0.0.1:${await freePort()}`;
    const refusal = await choose({ redisUrl }).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(StartupError);
    expect((refusal as StartupError).message)
      .to.match(/REDIS_URL\) tidak menjawab/u)
      .and.not.contain('rahasia');
  });

  it('refuses a REDIS_URL whose server is too old', async () => {
    const old = await oldRedis();
    const address = old.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const refusal = await choose({ redisUrl: `redis://127.0.0.1:${address.port}` }).catch((error: unknown) => error);
    old.close();
    expect(refusal).to.be.instanceOf(StartupError);
    expect((refusal as StartupError).message).to.equal(
      'Redis 5.0.14 di REDIS_URL terlalu lama: perlu 6.2 atau lebih baru.',
    );
  });

  const binary = requireJudge('choice of the queue with a Redis on the machine', 'redis-server');
  if (binary !== null) {
    const path = [dirname(binary), '/nonexistent'].join(delimiter);

    it('is a private Redis with password, append-only file and no eviction where redis-server is on PATH', async () => {
      const choice = await choose({ path });
      if (choice.backend !== 'redis' || !choice.local) throw new Error('no local Redis');
      const [info = ''] = await askRedis(choice.url, [['INFO']]);
      expect(info)
        .to.match(/^aof_enabled:1/mu)
        .and.match(/^maxmemory_policy:noeviction/mu);
      const withoutPassword = `redis://127.0.0.1:${choice.local.port}`;
      const refusal = await askRedis(withoutPassword, [['PING']]).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(Error);
      expect((refusal as Error).message).to.match(/^NOAUTH/u);
      const config = join(prepareServiceHome(folder).folder, 'redis', 'redis.conf');
      expect(statSync(config).mode & 0o777).to.equal(0o600);
    });

    it('adopts the Redis of a killed supervisor and starts a dead one again on its port, jobs included', async () => {
      const first = await choose({ path });
      if (first.backend !== 'redis' || !first.local) throw new Error('no local Redis');
      await askRedis(first.url, [['SET', 'job', 'waiting']]);
      const adopted = await choose({ path });
      expect(adopted).to.have.nested.property('local.isAdopted', true);
      expect(adopted).to.have.nested.property('local.pid', first.local.pid);

      // The append-only file is flushed every second.
      await sleep(1200);
      process.kill(first.local.pid, 'SIGKILL');
      await waitUntilGone(first.local.pid, 5000);
      const again = await choose({ path });
      expect(again).to.have.nested.property('local.isAdopted', false);
      expect(again).to.have.property('url', first.url);
      expect(await askRedis(first.url, [['GET', 'job']])).to.deep.equal(['waiting']);
    });

    it('is PostgreSQL on demand although there is a Redis', async () => {
      expect(await choose({ path, backend: 'postgres' })).to.deep.equal({ backend: 'postgres' });
    });

    it('prefers REDIS_URL to a server of its own', async () => {
      const own = await choose({ path });
      if (own.backend !== 'redis' || !own.local) throw new Error('no local Redis');
      const given = await choose({ path, redisUrl: own.url });
      expect(given).to.deep.equal({ backend: 'redis', url: own.url, local: undefined });
      await own.local.stop();
      expect(isAlive(own.local.pid)).to.equal(false);
    });
  }
});

/** A server that answers like a Redis of 2019. */
function oldRedis(): Promise<Server> {
  const info = 'redis_version:5.0.14\r\nprocess_id:1\r\n';
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.once('data', () => socket.write(`+PONG\r\n$${info.length}\r\n${info}\r\n`));
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
