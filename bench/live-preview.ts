import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../server/app.ts';
import { TEST_PASSWORD } from '../test/support/agency.ts';
import { body, corpus, paragraph } from '../test/pdf/corpus.ts';
import { PREVIEW_QUIET_MS } from '../web/src/konsep/preview-pace.ts';
import { bootstrapRatio } from './bootstrap-ratio.ts';
import { openOffice } from './office.ts';
import { type BenchResult, judge } from './result.ts';
import type { Scene } from './scene.ts';

const BLOCKS = 10;
const SAMPLES = 15;
const WARM_UP = 8;

interface PreviewReply {
  pages: { digest: string; base64: string }[];
}

/**
 * P15: from the last key to the decoded pages in hand: the editor's own wait for the keys to rest, then the request over
 * HTTP with session, rights and row-level security; each time one more word in a letter of two pages with nested lists and a table.
 */
export async function benchLivePreview(scene: Scene): Promise<BenchResult[]> {
  const office = await openOffice(scene, { name: 'preview', poolSize: 10, withAccounts: true });
  const { app } = createApp({ deps: office.deps, health: { checks: {} } });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const desk = office.agency.desk('staf');
  try {
    const cookie = await logIn(base, desk.nip);
    const shown = new Set<string>();
    let words = 0;
    const once = async () => {
      words += 1;
      const content = contentWith(office.agency.desk('kadis').positionId, words);
      const startedAt = performance.now();
      await sleep(PREVIEW_QUIET_MS);
      const response = await fetch(`${base}/letters/${office.template.id}/preview`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie,
          'lontar-appointment': desk.appointmentId,
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ content }),
      });
      if (response.status !== 200) throw new Error(`preview answers ${response.status}: ${await response.text()}`);
      const { pages } = (await response.json()) as PreviewReply;
      const fresh = pages.filter(({ digest }) => !shown.has(digest));
      for (const page of pages) shown.add(page.digest);
      const size = pages.reduce((total, page) => total + Buffer.from(page.base64, 'base64').length, 0);
      if (fresh.length === 0 || size < 1000) throw new Error('the preview shows nothing new');
      return performance.now() - startedAt;
    };
    for (let done = 0; done < WARM_UP; done += 1) await once();
    const blocks: { ours: number[]; baseline: number[] }[] = [];
    for (let block = 0; block < BLOCKS; block += 1) blocks.push({ ours: await sample(once), baseline: [1] });
    const { ratio, low, high } = bootstrapRatio(blocks, 0.95);
    return [
      {
        id: 'P15',
        what: 'pratinjau langsung, jeda ketik sampai gambar halaman baru, p95',
        ratio,
        ...judge(ratio, { atMost: 400 }),
        ours: ratio,
        baseline: null,
        unit: 'ms p95',
        blocks: BLOCKS,
        low,
        high,
      },
    ];
  } finally {
    server.closeAllConnections();
    server.close();
    await office.close();
  }
}

async function sample(once: () => Promise<number>): Promise<number[]> {
  const waits: number[] = [];
  for (let done = 0; done < SAMPLES; done += 1) {
    waits.push(await once());
    await sleep(100);
  }
  return waits;
}

async function logIn(base: string, nip: string): Promise<string> {
  const response = await fetch(`${base}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nip, password: TEST_PASSWORD }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (response.status !== 201 || cookie === undefined) throw new Error(`log in answers ${response.status}`);
  return cookie;
}

function contentWith(signatoryPositionId: string, words: number) {
  const letter = corpus()['standard'];
  if (!letter) throw new Error('the corpus has no standard letter');
  const [opening, ...rest] = letter.body.content;
  if (!opening) throw new Error('the standard letter is empty');
  return {
    type: 'surat_dinas',
    subject: letter.subject,
    handlingGrade: 'segera',
    securityClass: 'B',
    classificationCode: '500.12.6',
    signatoryPositionId,
    to: [{ kind: 'external', name: 'Sekretaris Perangkat Daerah', place: 'Pontianak' }],
    cc: [],
    circuit: [],
    body: body(opening, paragraph(`Kata ke-${words} baru saja diketik`), ...rest),
  };
}
