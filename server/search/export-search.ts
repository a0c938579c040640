import { Readable } from 'node:stream';
import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { toCsv } from '../forms/to-csv.ts';
import { writeAgendaXlsx } from '../forms/write-agenda-xlsx.ts';
import type { FileReply } from '../http.ts';
import type { exportSearchEndpoint, SearchHit } from './contract.ts';
import { HIT_COLUMNS } from './export-columns.ts';
import { loadHits } from './load-hits.ts';
import { planSearch } from './plan-search.ts';
import { countMatches, listMatches, type Match } from './queries.ts';
import { inSearchTime, openSearch } from './search-scope.ts';

type Input = InputOf<typeof exportSearchEndpoint>;

const MOST_ROWS = 10_000;
const ROWS_AT_ONCE = 500;

/**
 * The newest 10,000 hits as a file. Page by page with the rights of the moment, so that a long export holds neither a
 * transaction nor all its rows; that it was made is recorded before the first byte leaves.
 */
export async function exportSearch(deps: Deps, actor: DeskActor, input: Input): Promise<FileReply> {
  const { format, ...wanted } = input;
  const { date, rows } = await inSearchTime(
    read(deps, actor, async (tx) => {
      const scope = await openSearch(tx, deps, actor);
      const count = await countMatches(tx, await planSearch(tx, scope, wanted), MOST_ROWS);
      return { date: scope.today, rows: count };
    }),
  );
  await read(deps, actor, (tx) =>
    recordEvents(tx, deps, actor, [{ action: 'search.exported', detail: { format, rows } }]),
  );
  const hits = listAll(deps, actor, wanted);
  const fileName = `hasil-pencarian-${date}.${format}`;
  if (format === 'csv')
    return {
      bytes: Readable.from(csvLines(hits)),
      mediaType: 'text/csv; charset=utf-8',
      fileName,
      disposition: 'attachment',
    };
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const bytes = await writeAgendaXlsx(hits, HIT_COLUMNS, 'Hasil pencarian');
  return { bytes, mediaType, fileName, disposition: 'attachment' };
}

async function* listAll(deps: Deps, actor: DeskActor, wanted: Omit<Input, 'format'>): AsyncGenerator<SearchHit> {
  let last: Match | undefined;
  for (let given = 0; given < MOST_ROWS; given += ROWS_AT_ONCE) {
    const place = last === undefined ? {} : { afterDate: last.date, afterId: last.entityId };
    const page = await inSearchTime(
      read(deps, actor, async (tx) => {
        const scope = await openSearch(tx, deps, actor);
        const request = { ...(await planSearch(tx, scope, wanted)), ...place };
        const matches = await listMatches(tx, { ...request, sort: 'date', limit: ROWS_AT_ONCE, offset: 0 });
        return { matches, hits: await loadHits(tx, actor, scope, { matches, tsQuery: null }) };
      }),
    );
    yield* page.hits;
    if (page.matches.length < ROWS_AT_ONCE) return;
    last = page.matches.at(-1);
  }
}

async function* csvLines(hits: AsyncIterable<SearchHit>): AsyncGenerator<string> {
  yield toCsv([HIT_COLUMNS.map(({ heading }) => heading)]);
  for await (const hit of hits)
    yield toCsv([HIT_COLUMNS.map((column) => column.value(hit) ?? '')]).replace(/^\uFEFF/u, '');
}
