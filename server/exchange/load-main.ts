import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Deps, SystemActor } from '../deps.ts';
import { openDeps } from '../open-deps.ts';
import { openInstallation, tellFailure } from '../upkeep/open-installation.ts';
import { beginLoad } from './begin-load.ts';
import { findLoad, findPlace, type LoadWork } from './load-queries.ts';
import { loadPackage } from './load-package.ts';
import { folderSource } from './load-source.ts';
import { loadTable } from './load-table.ts';
import { work } from './run-load.ts';
import { ZipReader } from './zip-reader.ts';

const USAGE = `Pemakaian:
  npm run load -- --csv surat.csv --files folder --agency "nama instansi" --unit "nama atau kode OPD"
  npm run load -- --package paket.zip --agency "nama instansi" --unit "nama atau kode OPD" [--foreign]
Perintah yang sama diulang untuk melanjutkan pemuatan yang terhenti.`;
const TELL_EVERY_MS = 2000;

type Options = Record<'csv' | 'files' | 'package' | 'agency' | 'unit', string | undefined> & { foreign: boolean };

/** `npm run load`: takes in a table with a folder of files, or a package, on the server itself. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      csv: { type: 'string' },
      files: { type: 'string' },
      package: { type: 'string' },
      agency: { type: 'string' },
      unit: { type: 'string' },
      foreign: { type: 'boolean', default: false },
    },
  });
  const options = {
    csv: undefined,
    files: undefined,
    package: undefined,
    agency: undefined,
    unit: undefined,
    ...values,
  };
  const path = options.csv ?? options.package;
  if (path === undefined || options.unit === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const installation = await openInstallation(process.env, (line) => console.error(line));
  const { deps, close } = openDeps(installation.config, { processName: 'worker', typesetThreads: 1 });
  try {
    await load(deps, options, path);
  } finally {
    await close();
    await installation.close();
  }
}

async function load(deps: Deps, options: Options, path: string): Promise<void> {
  const { agency: agencyName = '', unit: unitName = '' } = options;
  const place = await deps.db.transaction({ agencyId: null }, (tx) => findPlace(tx, { agencyName, unitName }));
  if (!place) throw new Error(`Unit "${unitName}" tidak ditemukan, atau ada pada lebih dari satu instansi.\n${USAGE}`);
  const { agencyId, unitId } = place;
  const actor: SystemActor = { kind: 'system', agencyId, job: 'exchange.load' };
  const sourceSha256 = await hashOf(path);
  const kind = options.csv === undefined ? 'package' : 'table';
  const wanted = { agencyId, unitId, kind, label: basename(path), source: 'server', sourceSha256 } as const;
  const job = await deps.db.transaction({ agencyId }, (tx) =>
    beginLoad(tx, { ...wanted, acceptsForeign: options.foreign, positionId: null, personId: null, now: deps.now() }),
  );
  const onBatch = teller(job);
  await work(deps, actor, job.id, (running) => take(deps, actor, { options, path, running, onBatch }));
  const ended = await deps.db.transaction({ agencyId }, (tx) => findLoad(tx, { agencyId, jobId: job.id }));
  if (ended) report(ended);
}

async function take(
  deps: Deps,
  actor: SystemActor,
  given: { options: Options; path: string; running: LoadWork; onBatch: (settled: number) => void },
): Promise<void> {
  const { options, path, running: job, onBatch } = given;
  const { agencyId } = actor;
  if (options.csv !== undefined)
    return loadTable(deps, actor, { agencyId, job, source: folderSource(path, options.files), onBatch });
  const zip = await ZipReader.openFile(path);
  try {
    await loadPackage(deps, actor, { agencyId, job, zip, onBatch });
  } finally {
    zip.close();
  }
}

function teller(job: LoadWork): (settled: number) => void {
  const startedAt = performance.now();
  let settled = 0;
  let toldAt = startedAt;
  const before = job.loadedCount + job.knownCount + job.refusedCount;
  return (count) => {
    settled += count;
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    const rate = Math.round((settled / (now - startedAt)) * 1000);
    console.log(`${before + settled} baris selesai, ${rate} baris/detik, memori ${memory} MB`);
  };
}

function report(job: LoadWork): void {
  console.log(
    `Selesai: ${job.totalCount} baris; ${job.loadedCount} dimuat, ${job.knownCount} sudah ada, ${job.refusedCount} ditolak.`,
  );
  if (job.failure !== null) console.error(job.failure);
  if (job.refusedCount > 0) console.log('Unduh daftar baris yang ditolak beserta alasannya di Arsip > Impor.');
  if (job.failure !== null || job.refusedCount > 0) process.exitCode = 1;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

main().catch(tellFailure);
