import { join } from 'node:path';
import pg from 'pg';
import { TEST_PASSWORD } from '../test/support/agency.ts';
import { alternate, summarise } from './alternate.ts';
import { startChildServer } from './child-server.ts';
import { quantile } from './median-interval.ts';
import { openOffice } from './office.ts';
import { ask, findCapacity, offerLoad, type Target } from './open-loop.ts';
import { type BenchResult, judge } from './result.ts';
import type { Scene } from './scene.ts';

const TASKS = 200_000;
const DESK_SHARE = 20_000;
const BLOCKS = 10;
const BLOCK_MS = 4000;
const CAPACITY_MS = 4000;
const CLIENTS = 16;

/**
 * P5 and P6: a page of the inbox with 200,000 tasks in the agency (session, desk, row-level security, checked rows)
 * against bare Express with one indexed query; both offered half of the lower capacity, open loop.
 */
export async function benchInbox(scene: Scene): Promise<BenchResult[]> {
  const office = await openOffice(scene, { name: 'inbox', poolSize: 10, withAccounts: true });
  const database = await scene.database();
  const desk = office.agency.desk('kadispupr');
  await fillInboxes(office.adminUrl, { agencyId: office.agency.agencyId, positionId: desk.positionId });
  const ours = await startChildServer('../server/main.js', {
    path: '/health/live',
    env: {
      NODE_ENV: 'development',
      LONTAR_DEMO: '1',
      LOG_LEVEL: 'error',
      DATA_DIR: join(scene.folder, 'inbox'),
      DATABASE_URL: database.databaseUrl,
      RELAY_DATABASE_URL: database.relayDatabaseUrl,
      QUEUE_DATABASE_URL: database.queueDatabaseUrl,
    },
  });
  const bare = await startChildServer('./bare-inbox.js', {
    path: `/inbox?agency=${office.agency.agencyId}&position=${desk.positionId}`,
    env: { DATABASE_URL: office.adminUrl },
  });
  try {
    const cookie = await logIn(ours.port, desk.nip);
    const headers = { cookie, 'lontar-appointment': desk.appointmentId };
    const page: Target = { port: ours.port, path: '/api/incoming?limit=30', headers };
    const baseline: Target = {
      port: bare.port,
      path: `/inbox?agency=${office.agency.agencyId}&position=${desk.positionId}`,
      headers: {},
    };
    await ask(page);
    await Promise.all([findCapacity(page, 4, 1500), findCapacity(baseline, 4, 1500)]);
    const capacities = await alternate(4, {
      ours: () => findCapacity(page, CLIENTS, CAPACITY_MS),
      baseline: () => findCapacity(baseline, CLIENTS, CAPACITY_MS),
    });
    const capacity = summarise(capacities, (rate) => rate);
    const rate = Math.min(capacity.ours, capacity.baseline) / 2;
    const p99 = (target: Target) => async () =>
      quantile(
        (await offerLoad(target, rate, BLOCK_MS)).sort((one, other) => one - other),
        0.99,
      );
    const { ratio, ...waits } = summarise(
      await alternate(BLOCKS, { ours: p99(page), baseline: p99(baseline) }),
      (milliseconds) => milliseconds,
    );
    return [
      {
        id: 'P5',
        what: `halaman kotak masuk, 200.000 tugas, ${rate.toFixed(0)} permintaan/detik, p99`,
        ratio: ratio.median,
        ...judge(ratio.median, { atMost: 3 }),
        ...waits,
        unit: 'ms p99',
        blocks: BLOCKS,
        low: ratio.low,
        high: ratio.high,
      },
      {
        id: 'P6',
        what: 'kemampuan halaman kotak masuk terhadap Express telanjang',
        ratio: capacity.ratio.median,
        ...judge(capacity.ratio.median, { atLeast: 0.35 }),
        ours: capacity.ours,
        baseline: capacity.baseline,
        unit: 'permintaan/detik',
        blocks: capacities.length,
        low: capacity.ratio.low,
        high: capacity.ratio.high,
      },
    ];
  } finally {
    await Promise.all([ours.close(), bare.close()]);
    await office.close();
  }
}

async function logIn(port: number, nip: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nip, password: TEST_PASSWORD }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (response.status !== 201 || cookie === undefined) throw new Error(`log in answers ${response.status}`);
  return cookie;
}

/** 200,000 addressed letters in the agency, a tenth of them on the desk that is measured. */
async function fillInboxes(adminUrl: string, desk: { agencyId: string; positionId: string }): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      `insert into incoming_letter (agency_id, id, unit_id, status, received_at, received_date, channel, sender_title, sender_unit,
         number, letter_date, subject, summary, handling_grade)
       select $1, gen_random_uuid(), u.id, 'directed', timestamptz '2026-01-01' + n * interval '2 minutes',
         (timestamptz '2026-01-01' + n * interval '2 minutes')::date, 'counter', 'Bupati ' || n % 14, 'Pemerintah Kabupaten ' || n % 14,
         '600/' || n || '/PUPR', date '2026-01-01', 'Permohonan bantuan penanganan ruas jalan kabupaten nomor ' || n,
         repeat('Ringkasan surat masuk. ', 10), case when n % 5 = 0 then 'segera' else 'biasa' end
       from generate_series(1, ${TASKS}) n
       cross join (select id from org_unit where agency_id = $1 and is_opd order by sort_order limit 1) u`,
      [desk.agencyId],
    );
    await client.query(
      `insert into incoming_addressee (agency_id, incoming_id, position_id, role, received_at, is_urgent)
       select i.agency_id, i.id, case when i.row % ${TASKS / DESK_SHARE} = 0 then $2::uuid else others.ids[1 + i.row % cardinality(others.ids)] end,
         'to', i.received_at, i.handling_grade <> 'biasa'
       from (select *, row_number() over () as row from incoming_letter where agency_id = $1 and channel = 'counter') i
       cross join (select array_agg(id) as ids from position where agency_id = $1 and id <> $2) others`,
      [desk.agencyId, desk.positionId],
    );
    await client.query('vacuum analyze incoming_letter, incoming_addressee');
  } finally {
    await client.end();
  }
}
