import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readConfig } from '../server/config.ts';
import type { Deps } from '../server/deps.ts';
import type { Letter } from '../server/letters/contract.ts';
import { openDeps } from '../server/open-deps.ts';
import { openLocalTimestamps } from '../server/signing/open-timestamp-client.ts';
import { registerCertificate } from '../server/signing/register-certificate.ts';
import { makeAgency, type TestAgency } from '../test/support/agency.ts';
import { readyToSign } from '../test/support/letters.ts';
import { makeOfficial } from './official.ts';
import type { Scene } from './scene.ts';

/** An agency on the durable server, with one official who can sign, and letters that wait for the official. */
export interface Office {
  deps: Deps;
  agency: TestAgency;
  /** Copies of one letter that went through the real verbs; returns their ids. */
  copyLetters(count: number): Promise<string[]>;
  template: Letter;
  adminUrl: string;
  close(): Promise<void>;
}

export interface OfficeOptions {
  name: string;
  poolSize: number;
  withAccounts?: boolean;
}

export async function openOffice(scene: Scene, options: OfficeOptions): Promise<Office> {
  const database = await scene.database();
  const dataDir = join(scene.folder, options.name);
  mkdirSync(dataDir);
  const config = readConfig({
    NODE_ENV: 'test',
    LONTAR_DEMO: '1',
    DATA_DIR: dataDir,
    DATABASE_URL: database.databaseUrl,
    RELAY_DATABASE_URL: database.relayDatabaseUrl,
    QUEUE_DATABASE_URL: database.queueDatabaseUrl,
    DATABASE_POOL: String(options.poolSize),
    SEAL_KEY: '11'.repeat(32),
    LOG_LEVEL: 'silent',
  });
  const opened = openDeps(config, { processName: 'api', typesetThreads: 1 });
  const official = await makeOfficial(dataDir, 'Pejabat Kadis');
  const deps: Deps = {
    ...opened.deps,
    requestTimestamp: openLocalTimestamps(official.authority, opened.deps.now),
    trust: { anchors: () => Promise.resolve(official.anchors), crls: official.crls },
  };
  const agency = await makeAgency(deps, { withAccounts: options.withAccounts ?? false });
  const { validFrom, validTo } = official;
  const { agencyId } = agency;
  const { personId } = agency.desk('kadis');
  await registerCertificate(deps, { agencyId, personId, provider: 'demo', validFrom, validTo }, official);
  const template = await readyToSign(deps, agency);
  return {
    deps,
    agency,
    template,
    adminUrl: database.adminUrl,
    copyLetters: (count) => copyLetters(database.adminUrl, template.id, count),
    close: opened.close,
  };
}

const PARTS = ['letter_version', 'letter_recipient', 'letter_access'];

/** Row by row as they are, whatever columns they have, under new ids. */
async function copyLetters(adminUrl: string, letterId: string, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `insert into letter select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid()))).*
       from letter l, generate_series(1, $2) where l.id = $1 returning id`,
      [letterId, count],
    );
    const ids = rows.map(({ id }) => id);
    for (const part of PARTS) {
      const fresh = part === 'letter_recipient' ? `, 'id', gen_random_uuid()` : '';
      await client.query(
        `insert into ${part} select (jsonb_populate_record(p, jsonb_build_object('letter_id', copy.id${fresh}))).*
         from ${part} p, unnest($2::uuid[]) as copy (id) where p.letter_id = $1`,
        [letterId, ids],
      );
    }
    return ids;
  } finally {
    await client.end();
  }
}

/** `clients` that each take the next item as soon as they are done with one. */
export async function closedLoop<T>(items: readonly T[], clients: number, work: (item: T) => Promise<void>) {
  const waiting = [...items];
  const client = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return items.length;
}

/** Lets the garbage and the checkpoint of one block not fall into the next. */
export async function settle(): Promise<void> {
  globalThis.gc?.();
  await sleep(100);
}
