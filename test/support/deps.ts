import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../server/config.ts';
import { openDb } from '../../server/db.ts';
import type { Deps } from '../../server/deps.ts';
import type { OutgoingMail } from '../../server/delivery/mail-transport.ts';
import { openFiles } from '../../server/files/files.ts';
import { createTypesetPool } from '../../server/pdf/preview-pool.ts';
import type { Authority } from '../../server/signing/authority/authority.ts';
import { createAuthority } from '../../server/signing/authority/create-authority.ts';
import { currentCrl } from '../../server/signing/authority/current-crl.ts';
import { handleTimestampRequest } from '../../server/signing/authority/handle-timestamp-request.ts';
import { requestTimestamp } from '../../server/signing/pades/request-timestamp.ts';
import { chooseOcrEngine } from '../../server/reading/choose-ocr-engine.ts';
import { openThrottle } from '../../server/throttle.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';

/** Deps on a database of its own, with a clock and outer edges that the test moves. */
export interface TestDeps extends Deps {
  database: TestDatabase;
  authority: Authority;
  sentMails: OutgoingMail[];
  /** Sets business time; also the time the timestamp service stamps. */
  setNow(now: Date): void;
  advance(milliseconds: number): void;
  /** What the timestamp service does next: answer, or be down. */
  timestampService: { isDown: boolean };
  release(): Promise<void>;
}

/** Asked once for all tests of a process. */
let ocrEngine: Deps['ocrEngine'] | undefined;

export async function makeDeps(): Promise<TestDeps> {
  const database = await cloneDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'lontar-deps-'));
  const config = readConfig({
    NODE_ENV: 'test',
    LONTAR_DEMO: '1',
    DATA_DIR: dataDir,
    DATABASE_URL: database.databaseUrl,
    MIGRATION_DATABASE_URL: database.migrationDatabaseUrl,
    RELAY_DATABASE_URL: database.relayDatabaseUrl,
    QUEUE_DATABASE_URL: database.queueDatabaseUrl,
    SEAL_KEY: '11'.repeat(32),
    LOG_LEVEL: 'silent',
  });
  let now = new Date('2026-11-24T02:00:00Z');
  const clock = () => now;
  const authority = await createAuthority(join(dataDir, 'authority'), {
    now: clock(),
    baseUrl: 'http://127.0.0.1:9/demo-authority',
  });
  const timestampService = { isDown: false };
  const sentMails: OutgoingMail[] = [];
  const db = openDb(config.databaseUrl, { poolSize: 12 });
  const pdf = createTypesetPool({ size: 1 });
  return {
    config,
    db,
    pdf,
    files: openFiles(join(dataDir, 'blobs'), Buffer.alloc(32, 7)),
    mail: {
      send: (mail) => {
        sentMails.push(mail);
        return Promise.resolve();
      },
    },
    throttle: openThrottle(db),
    requestTimestamp: (digest) =>
      requestTimestamp('http://127.0.0.1:9/demo-authority/tsa', digest, {
        timeoutMs: 5000,
        fetch: (_url, init) => answerTimestamp(timestampService, authority, init, clock),
      }),
    trust: {
      anchors: () => Promise.resolve([authority.root.certificate.toString()]),
      crls: async () => [await currentCrl(authority, clock())],
    },
    ocrEngine: (ocrEngine ??= chooseOcrEngine()),
    now: clock,
    log: pino({ level: 'silent' }),
    database,
    authority,
    sentMails,
    setNow: (moment) => {
      now = moment;
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    timestampService,
    release: async () => {
      await pdf.close();
      await db.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function answerTimestamp(
  service: { isDown: boolean },
  authority: Authority,
  init: RequestInit | undefined,
  clock: () => Date,
): Promise<Response> {
  if (service.isDown) throw new TypeError('fetch failed');
  const body = new Uint8Array(await new Response(init?.body ?? null).arrayBuffer());
  const reply = handleTimestampRequest(authority, body, clock());
  return new Response(Buffer.from(reply), { headers: { 'content-type': 'application/timestamp-reply' } });
}
