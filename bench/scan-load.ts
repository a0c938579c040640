import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import sharp from 'sharp';
import { PDFDocument } from 'pdf-lib';
import { uploadIntake } from '../server/intake/upload-intake.ts';
import { corpus } from '../test/pdf/corpus.ts';
import { TEST_PASSWORD } from '../test/support/agency.ts';
import { alternate, summarise } from './alternate.ts';
import { startChildServer } from './child-server.ts';
import { quantile } from './median-interval.ts';
import { openOffice, type Office } from './office.ts';
import { type BenchResult, judge } from './result.ts';
import type { Scene } from './scene.ts';

const SCANS = 10;
const PAGES = 20;
const BLOCKS = 10;
const BLOCK_MS = 4000;
const RATE = 20;
/** Every fifth request registers a letter, the others read the queue. */
const REGISTER_EVERY = 5;

/**
 * OCR: p99 of the registry's work over HTTP while the workers read ten 20-page scans, against the same work while the
 * workers and all their children stand still (SIGSTOP), block by block.
 */
export async function benchScanLoad(scene: Scene): Promise<BenchResult[]> {
  const office = await openOffice(scene, { name: 'scans', poolSize: 10, withAccounts: true });
  const database = await scene.database();
  await fillQueue(office);
  const env = {
    NODE_ENV: 'development',
    LONTAR_DEMO: '1',
    LOG_LEVEL: 'error',
    DATA_DIR: join(scene.folder, 'scans'),
    DATABASE_URL: database.databaseUrl,
    RELAY_DATABASE_URL: database.relayDatabaseUrl,
    QUEUE_DATABASE_URL: database.queueDatabaseUrl,
    SEAL_KEY: '11'.repeat(32),
  };
  const api = await startChildServer('../server/main.js', { path: '/health/live', env });
  const workers = spawn(process.execPath, [fileURLToPath(new URL('../workers/main.js', import.meta.url))], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const desk = office.agency.desk('tu');
    const clerk = await logIn(api.port, desk);
    await untilReading(office.adminUrl);
    const block = (isReading: boolean) => async () => {
      for (const pid of tree(workers.pid ?? 0)) process.kill(pid, isReading ? 'SIGCONT' : 'SIGSTOP');
      const waits = await offerWork(clerk);
      return quantile(
        waits.sort((one, other) => one - other),
        0.99,
      );
    };
    await offerWork(clerk);
    const { ratio, ...waits } = summarise(
      await alternate(BLOCKS, { ours: block(true), baseline: block(false) }),
      (milliseconds) => milliseconds,
    );
    const left = await countReading(office.adminUrl);
    if (left === 0) throw new Error('the scans were read before the measurement ended');
    return [
      {
        id: 'OCR',
        what: `registrasi dan antrean selama OCR ${SCANS} pindaian ${PAGES} halaman, p99`,
        ratio: ratio.median,
        ...judge(ratio.median, { atMost: 1.5 }),
        ...waits,
        unit: 'ms p99',
        blocks: BLOCKS,
        low: ratio.low,
        high: ratio.high,
      },
    ];
  } finally {
    for (const pid of tree(workers.pid ?? 0)) process.kill(pid, 'SIGKILL');
    if (workers.exitCode === null && workers.signalCode === null) await once(workers, 'exit');
    await api.close();
    await office.close();
  }
}

/** Ten scans of twenty different pages, without text layer. */
async function fillQueue({ deps, agency }: Office): Promise<void> {
  const letter = corpus()['standard'];
  if (!letter) throw new Error('the corpus has no standard letter');
  const { pdf } = await deps.pdf.typeset(letter, { creationDate: deps.now(), conformance: 'a-2b' });
  const [page] = await deps.pdf.renderPages(pdf, { dpi: 150, pages: [1] });
  if (!page) throw new Error('the letter has no page');
  const actor = await agency.actor('tu');
  for (let scan = 0; scan < SCANS; scan += 1) {
    const document = await PDFDocument.create();
    for (let number = 0; number < PAGES; number += 1) {
      const picture = await sharp(page.webp)
        .rotate(0.1 + 0.02 * (scan * PAGES + number), { background: '#ffffff' })
        .greyscale()
        .jpeg({ quality: 80 })
        .toBuffer();
      const image = await document.embedJpg(picture);
      document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
    }
    const bytes = Buffer.from(await document.save());
    await uploadIntake(deps, actor, { fileName: `pindaian-${scan}.pdf`, source: 'upload', bytes });
  }
}

interface Clerk {
  port: number;
  headers: Record<string, string>;
}

async function logIn(port: number, desk: { nip: string; appointmentId: string }): Promise<Clerk> {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nip: desk.nip, password: TEST_PASSWORD }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (response.status !== 201 || cookie === undefined) throw new Error(`log in answers ${response.status}`);
  return { port, headers: { cookie, 'lontar-appointment': desk.appointmentId } };
}

async function offerWork(clerk: Clerk): Promise<number[]> {
  const startedAt = performance.now();
  const waits: number[] = [];
  const running: Promise<void>[] = [];
  for (let index = 0; index < (RATE * BLOCK_MS) / 1000; index += 1) {
    const due = startedAt + (index * 1000) / RATE;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    const asked = index % REGISTER_EVERY === 0 ? register(clerk) : ask(clerk, 'GET', '/api/intake', undefined);
    running.push(asked.then(() => void waits.push(performance.now() - due)));
  }
  await Promise.all(running);
  return waits;
}

function register(clerk: Clerk): Promise<void> {
  const number = randomUUID();
  return ask(clerk, 'POST', '/api/incoming', {
    content: {
      channel: 'counter',
      media: 'paper',
      senderTitle: 'Bupati Uji',
      senderUnit: `Kabupaten ${number.slice(0, 4)}`,
      number,
      letterDate: '2026-11-02',
      subject: 'Permohonan bantuan penanganan ruas jalan',
      handlingGrade: 'biasa',
      securityClass: 'B',
    },
  });
}

function ask({ port, headers }: Clerk, method: string, path: string, json: unknown): Promise<void> {
  const body = json === undefined ? undefined : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, method },
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => {
          if ((response.statusCode ?? 500) < 300) resolve();
          else reject(new Error(`${path} answers ${String(response.statusCode)}`));
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

async function countReading(adminUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ left: number }>(
      `select count(*)::int as left from intake where state = 'reading'`,
    );
    return rows[0]?.left ?? 0;
  } finally {
    await client.end();
  }
}

/** Waits until one scan is done, so that the recogniser is surely at work on the next. */
async function untilReading(adminUrl: string): Promise<void> {
  const until = performance.now() + 300_000;
  while ((await countReading(adminUrl)) === SCANS) {
    if (performance.now() > until) throw new Error('no scan was read in five minutes');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** A process and all that come from it, also those in groups of their own. */
function tree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/u.test(entry))) {
    const parent = parentOf(name);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at] ?? 0) ?? []));
  return found;
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
