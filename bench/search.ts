import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Deps, DeskActor } from '../server/deps.ts';
import { AppError } from '../server/errors.ts';
import { searchEndpoint } from '../server/search/contract.ts';
import { parseQuery } from '../server/search/parse-query.ts';
import { tsQueryOf } from '../server/search/plan-search.ts';
import { search } from '../server/search/search.ts';
import { suggest } from '../server/search/suggest.ts';
import { alternate, summarise } from './alternate.ts';
import { fitLine } from './fit-line.ts';
import { SEARCHES } from './letter-words.ts';
import { loadLetters, type LoadPlan } from './load-letters.ts';
import { measureUpkeep } from './index-upkeep.ts';
import { measureLetterBytes } from './letter-bytes.ts';
import { printResult } from './print-table.ts';
import { quantile } from './median-interval.ts';
import { openOffice, type Office } from './office.ts';
import { type BenchResult, judge } from './result.ts';
import type { Scene } from './scene.ts';

const BLOCKS = 10;
const UNITS = 24;

interface Archive {
  office: Office;
  plan: Omit<LoadPlan, 'size'>;
  /** An archivist of a third of all letters, the head of a smaller office, and a member of staff. */
  desks: DeskActor[];
  bare: pg.Client;
}

/**
 * P9 to P11: ranked search (rights, rank, marked words, 20 rows) over growing archives against a bare GIN `limit 20` on
 * the same table; the same words in the same run, one search at a time.
 */
export async function benchSearch(scene: Scene, sizes: readonly number[]): Promise<BenchResult[]> {
  const office = await openOffice(scene, { name: 'search', poolSize: 4 });
  const bare = new pg.Client({ connectionString: office.adminUrl });
  await bare.connect();
  const results: BenchResult[] = [];
  const growth: { x: number; y: number }[] = [];
  try {
    const kept = await measureLetterBytes(office);
    printResult(kept);
    results.push(kept);
    const archive = { office, bare, ...(await openArchive(office, bare)) };
    for (const size of sizes) {
      const startedAt = performance.now();
      await loadLetters(office.adminUrl, { ...archive.plan, size });
      console.log(
        `muat  ${size.toLocaleString('id')} surat dalam ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
      );
      const ranked = await measureRanked(archive, size);
      printResult(ranked);
      growth.push({ x: Math.log10(size), y: Math.log10(ranked.ours) });
      const found = [
        ...(await measureOthers(archive, size)),
        await measureUpkeep(archive, size),
        await measureArchiveBytes(bare, size),
      ];
      found.forEach(printResult);
      results.push(ranked, ...found);
    }
    if (growth.length >= 3) {
      const slope = judgeGrowth(growth);
      printResult(slope);
      results.push(slope);
    }
    return results;
  } finally {
    await bare.end();
    await office.close();
  }
}

async function openArchive(office: Office, bare: pg.Client): Promise<Pick<Archive, 'plan' | 'desks'>> {
  const { agency } = office;
  const { agencyId } = agency;
  const units = Array.from({ length: UNITS }, () => ({ unitId: randomUUID(), headId: randomUUID() }));
  await bare.query(
    `insert into org_unit select (jsonb_populate_record(u, jsonb_build_object('id', n.id, 'name', 'Dinas Uji ' || n.place,
       'code', 'UJI' || n.place, 'is_opd', true))).*
     from org_unit u, unnest($2::uuid[]) with ordinality as n (id, place) where u.agency_id = $1 and u.id = $3`,
    [agencyId, units.map(({ unitId }) => unitId), agency.unitId('kominfo')],
  );
  const drafter = agency.desk('staf');
  const base = await agency.actor('arsiparis');
  const at = (place: number) => units[place] ?? { unitId: '', headId: '' };
  const of = async (text: string) =>
    (await bare.query<{ id: string }>('select md5($1)::uuid as id', [text])).rows[0]?.id ?? '';
  return {
    plan: { agencyId, units, drafterPositionId: drafter.positionId, drafterPersonId: drafter.personId },
    desks: [
      { ...base, opdId: at(0).unitId, roles: [{ role: 'archivist', unitId: at(0).unitId }] },
      { ...base, opdId: at(5).unitId, positionId: at(5).headId, roles: [] },
      { ...base, opdId: at(7).unitId, positionId: await of('staf 77'), personId: await of('orang 77'), roles: [] },
    ],
  };
}

type Ask = (place: number) => Promise<unknown>;

/** Milliseconds of each of the forty searches, the desks in turn. */
async function timeAll(ask: Ask): Promise<number[]> {
  const times: number[] = [];
  for (let place = 0; place < SEARCHES.length; place += 1) {
    const startedAt = performance.now();
    await ask(place);
    times.push(performance.now() - startedAt);
  }
  return times.sort((one, other) => one - other);
}

const p95 = (times: readonly number[]) => quantile(times, 0.95);

async function measureRanked(archive: Archive, size: number): Promise<BenchResult> {
  const queries = await queriesOf(archive.office);
  const ours = askOurs(archive.office.deps, archive.desks, { sort: 'rank', facets: 'no' });
  // The word index itself: for very frequent words Postgres would rather read the table from its beginning.
  await archive.bare.query('set enable_seqscan = off');
  const baseline: Ask = (place) =>
    archive.bare.query(`select entity_id from archive_search where tsv @@ '${queries[place] ?? ''}'::tsquery limit 20`);
  await timeAll(ours);
  await timeAll(baseline);
  const pairs = await alternate(BLOCKS, { ours: () => timeAll(ours), baseline: () => timeAll(baseline) });
  const { ratio, ...p95s } = summarise(pairs, p95);
  return {
    id: `P9 ${short(size)}`,
    what: `cari berperingkat dengan hak dan sorotan, ${size.toLocaleString('id')} surat, p95`,
    ratio: ratio.median,
    ...judge(ratio.median, { atMost: 4 }),
    ...p95s,
    unit: 'ms p95',
    blocks: BLOCKS,
    low: ratio.low,
    high: ratio.high,
  };
}

/** The same tsquery on both sides; words are letters and digits between quotes of our own. */
function queriesOf(office: Office): Promise<string[]> {
  return office.deps.db.transaction({ agencyId: office.agency.agencyId }, async (tx) => {
    const queries: string[] = [];
    for (const words of SEARCHES) queries.push(((await tsQueryOf(tx, parseQuery(words))) ?? '').replaceAll("'", "''"));
    return queries;
  });
}

function askOurs(deps: Deps, desks: readonly DeskActor[], options: Record<string, string>): Ask {
  return (place) => {
    const desk = desks[place % desks.length];
    if (!desk) throw new Error('no desk searches');
    return search(deps, desk, searchEndpoint.query.parse({ q: SEARCHES[place], ...options }));
  };
}

/** What is only reported: by date, with facets, suggestions, and how the planner's own choice would answer. */
async function measureOthers({ office, desks, bare }: Archive, size: number): Promise<BenchResult[]> {
  const suggesting: Ask = (place) =>
    suggest(office.deps, desks[place % desks.length] as DeskActor, { q: SEARCHES[place] ?? '' });
  await bare.query('reset enable_seqscan');
  const queries = await queriesOf(office);
  const free: Ask = (place) =>
    bare.query(`select entity_id from archive_search where tsv @@ '${queries[place] ?? ''}'::tsquery limit 20`);
  const kinds: [string, string, Ask][] = [
    ['tanggal', 'cari menurut tanggal', askOurs(office.deps, desks, { sort: 'date', facets: 'no' })],
    ['saringan', 'cari berperingkat dengan hitungan saringan', askOurs(office.deps, desks, { sort: 'rank' })],
    ['saran', 'saran selagi mengetik', suggesting],
    ['bebas', 'pembanding dengan pilihan Postgres sendiri', free],
  ];
  const results: BenchResult[] = [];
  // A search that is given up at its limit counts with that time; the others are measured all the same.
  for (const [name, what, ask] of kinds) {
    const blocks: number[] = [];
    let stopped = 0;
    const asked: Ask = (place) =>
      ask(place).catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
        stopped += 1;
      });
    for (let block = 0; block < 5; block += 1) blocks.push(p95(await timeAll(asked)));
    const sorted = blocks.sort((one, other) => one - other);
    const value = quantile(sorted, 0.5);
    results.push({
      id: `${name} ${short(size)}`,
      what: `${what}, ${size.toLocaleString('id')} surat, p95${stopped === 0 ? '' : `; ${stopped} berhenti pada batas waktu`}`,
      ratio: value,
      ...judge(value, 'reported'),
      ours: value,
      baseline: null,
      unit: 'ms p95',
      blocks: blocks.length,
      low: sorted[0] ?? value,
      high: sorted.at(-1) ?? value,
    });
  }
  return results;
}

/** The loaded archive: letters with recipients, grants and search rows, without versions and events. */
async function measureArchiveBytes(bare: pg.Client, size: number): Promise<BenchResult> {
  const { rows } = await bare.query<{ search: string; all: string }>(
    `select pg_total_relation_size('archive_search') as search, pg_total_relation_size('archive_search') + pg_total_relation_size('letter')
       + pg_total_relation_size('letter_recipient') + pg_total_relation_size('letter_access') as all`,
  );
  const [search, all] = [Number(rows[0]?.search) / size / 1024, Number(rows[0]?.all) / size / 1024];
  return {
    id: `bita ${short(size)}`,
    what: `baris pencarian, di samping surat dengan tujuan dan hak bacanya, ${size.toLocaleString('id')} surat`,
    ratio: all,
    ...judge(all, 'reported'),
    ours: search,
    baseline: all - search,
    unit: 'KB/surat',
    blocks: 1,
    low: all,
    high: all,
  };
}

function judgeGrowth(points: readonly { x: number; y: number }[]): BenchResult {
  const { slope, error } = fitLine(points);
  return {
    id: 'P10 cari',
    what: 'pertumbuhan p95 cari berperingkat (pangkat)',
    ratio: slope,
    ...judge(slope, { atMost: 0.3 }),
    ours: slope,
    baseline: null,
    unit: 'pangkat',
    blocks: points.length,
    low: slope - error,
    high: slope + error,
  };
}

const short = (size: number) => (size >= 1_000_000 ? `${String(size / 1_000_000)}M` : `${String(size / 1000)}k`);
