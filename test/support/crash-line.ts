import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { SMTPServer } from 'smtp-server';
import { readConfig } from '../../server/config.ts';
import type { Deps } from '../../server/deps.ts';
import { openDeps } from '../../server/open-deps.ts';
import type { Authority } from '../../server/signing/authority/authority.ts';
import { demoAuthorityRoutes } from '../../server/signing/authority/authority-routes.ts';
import { createAuthority } from '../../server/signing/authority/create-authority.ts';
import { authorityDir } from '../../server/signing/open-trust.ts';
import { makeAgency, type TestAgency } from './agency.ts';
import { cloneDatabase } from './database.ts';
import { giveCertificate } from './letters.ts';
import { rowsOf, valueOf } from './rows.ts';

export interface CrashWorker {
  /** From here on it takes work. */
  start(): Promise<void>;
  kill(): void;
  /** Resolves when the process is gone. */
  gone: Promise<void>;
}

/** Real worker processes, queue, timestamp service and mail server around one agency. */
export interface CrashLine {
  deps: Deps;
  agency: TestAgency;
  adminUrl: string;
  /** Message-IDs in the order the mail server took them. */
  mails: string[];
  loadWorker(crashAt?: string): CrashWorker;
  /** `returned` is called for a letter that waits for its signatory again. */
  waitForDispatch(
    letterIds: readonly string[],
    limitMs: number,
    returned?: (letterId: string) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

const LOCALHOST = '127.0.0.1';

/** With the queue on that Redis, else on PostgreSQL. */
export async function openCrashLine(redisUrl?: string): Promise<CrashLine> {
  const database = await cloneDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'lontar-crash-'));
  const mails: string[] = [];
  const smtp = await openMailServer(mails);
  const app = express();
  const web = createServer(app);
  const webPort = await listenOn(web);
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'test',
    LONTAR_DEMO: '1',
    DATA_DIR: dataDir,
    DATABASE_URL: database.databaseUrl,
    RELAY_DATABASE_URL: database.relayDatabaseUrl,
    QUEUE_DATABASE_URL: database.queueDatabaseUrl,
    SEAL_KEY: '22'.repeat(32),
    SMTP_URL: `smtp://${LOCALHOST}:${portOf(smtp.server)}`,
    TIMESTAMP_URL: `http://${LOCALHOST}:${webPort}/demo-authority/tsa`,
    LOG_LEVEL: 'silent',
    ...(redisUrl === undefined ? {} : { QUEUE_BACKEND: 'redis', REDIS_URL: redisUrl }),
  };
  const { deps, close } = openDeps(readConfig(env), { processName: 'api', typesetThreads: 1 });
  const baseUrl = `http://${LOCALHOST}:${webPort}/demo-authority`;
  const authority: Authority = await createAuthority(authorityDir(deps.config), { now: deps.now(), baseUrl });
  app.use('/demo-authority', demoAuthorityRoutes(deps));
  const agency = await makeAgency(deps);
  await giveCertificate({ ...deps, authority }, agency, 'kadis');
  const children = new Set<ChildProcess>();
  return {
    deps,
    agency,
    adminUrl: database.adminUrl,
    mails,
    loadWorker: (crashAt) => loadWorker(children, { ...env, ...(crashAt === undefined ? {} : { CRASH_AT: crashAt }) }),
    waitForDispatch: (letterIds, limitMs, returned) =>
      waitForDispatch(database.adminUrl, { letterIds, limitMs, returned: returned ?? (() => Promise.resolve()) }),
    close: async () => {
      for (const child of children) child.kill('SIGKILL');
      await close();
      web.closeAllConnections();
      web.close();
      await new Promise<void>((resolve) => {
        smtp.close(() => resolve());
      });
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function loadWorker(children: Set<ChildProcess>, env: NodeJS.ProcessEnv): CrashWorker {
  const child = fork(new URL('./crash-worker.ts', import.meta.url), [], {
    env,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.add(child);
  const gone = once(child, 'exit').then(() => {
    children.delete(child);
  });
  const loaded = once(child, 'message');
  return {
    gone,
    start: async () => {
      await loaded;
      child.send('start');
      await Promise.race([once(child, 'message'), gone]);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

interface Expected {
  letterIds: readonly string[];
  limitMs: number;
  returned: (letterId: string) => Promise<void>;
}

async function waitForDispatch(adminUrl: string, { letterIds, limitMs, returned }: Expected): Promise<void> {
  const endsAt = Date.now() + limitMs;
  const open = `select count(*)::int from letter where id = any($1) and status <> 'dispatched'`;
  const back = `select id from letter where id = any($1) and status = 'ready_to_sign'`;
  const work = 'select count(*)::int from outbox where done_at is null';
  while (Date.now() < endsAt) {
    if ((await valueOf<number>(adminUrl, open, [letterIds])) + (await valueOf<number>(adminUrl, work)) === 0) return;
    for (const { id } of await rowsOf<{ id: string }>(adminUrl, back, [letterIds])) await returned(id);
    await sleep(250);
  }
  const states = await rowsOf(adminUrl, 'select status, count(*)::int from letter group by status');
  const left = await rowsOf(
    adminUrl,
    `select job, attempts, dispatched_at, failed_at, last_error from outbox where done_at is null limit 5`,
  );
  throw new Error(`not everything arrived in ${limitMs} ms: ${JSON.stringify({ states, left })}`);
}

async function openMailServer(mails: string[]): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(/^Message-ID: (\S+)/imu.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '');
        done();
      });
    },
  });
  // A killed worker leaves its connection in mid-sentence.
  server.on('error', () => undefined);
  server.listen(0, LOCALHOST);
  await once(server.server, 'listening');
  return server;
}

async function listenOn(server: Server): Promise<number> {
  server.listen(0, LOCALHOST);
  await once(server, 'listening');
  return portOf(server);
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
