import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDb } from '../../server/db.ts';
import { BLOB_FOLDER, loadBlobKey } from '../../server/files/blob-key.ts';
import { openFiles } from '../../server/files/files.ts';
import { prepareDatabase } from '../../server/runtime/ensure-roles.ts';
import { openThrottle } from '../../server/throttle.ts';
import { query, testServerUrl } from './database.ts';
import type { TestDeps } from './deps.ts';

export interface EmptyPlace {
  dataDir: string;
  ownerUrl: string;
  adminUrl: string;
  /** The place as an installation, once something was restored into it; with the clock and edges of the first. */
  open(): TestDeps;
  release(): Promise<void>;
}

let made = 0;

/** An empty data folder and an empty database, as on a new machine. */
export async function makeEmptyPlace(first: TestDeps): Promise<EmptyPlace> {
  const name = `lontar_restored_${process.pid}_${++made}`;
  const server = await testServerUrl();
  await query(server, `create database ${name} owner lontar_owner`);
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const admin = new pg.Client({ connectionString: on(server) });
  await admin.connect();
  await prepareDatabase(admin);
  await admin.end();
  const dataDir = join(mkdtempSync(join(tmpdir(), 'lontar-place-')), 'data');
  mkdirSync(dataDir);
  const { database } = first;
  const ownerUrl = on(database.migrationDatabaseUrl);
  const closers: (() => Promise<void>)[] = [];
  return {
    dataDir,
    ownerUrl,
    adminUrl: on(server),
    open() {
      const config = { ...first.config, dataDir, sealKey: undefined, databaseUrl: on(database.databaseUrl) };
      const db = openDb(config.databaseUrl, { poolSize: 6 });
      closers.push(() => db.close());
      const files = openFiles(join(dataDir, BLOB_FOLDER), loadBlobKey(config));
      const urls = { ...database, databaseUrl: config.databaseUrl, adminUrl: on(server) };
      return { ...first, config, db, files, throttle: openThrottle(db), database: urls };
    },
    async release() {
      for (const close of closers) await close();
      await query(server, `drop database if exists ${name} with (force)`);
      rmSync(join(dataDir, '..'), { recursive: true, force: true });
    },
  };
}
