import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { readerOf } from '../letters/reading-right.ts';
import { buildTsQuery, wordsToStem } from './build-ts-query.ts';
import type { searchEndpoint } from './contract.ts';
import { describeFacets, FACETS } from './describe-facets.ts';
import { describeHit } from './describe-hit.ts';
import { parseQuery } from './parse-query.ts';
import {
  listFacets,
  listHits,
  listMatches,
  listStems,
  setSearchScope,
  type FacetRow,
  type HitRow,
  type SearchRequest,
} from './queries.ts';
import { rightsOf } from './rights-of.ts';
import { readSearchCursor, writeSearchCursor, type SearchCursor } from './search-cursor.ts';

type Input = InputOf<typeof searchEndpoint>;
type Found = OutputOf<typeof searchEndpoint>;

const TIMEOUT_MS = 2000;
const CAP = 5000;

/** Letters this desk may read, newest first; rights are part of the query, counts stop at 5,000. */
export async function search(deps: Deps, actor: DeskActor, input: Input): Promise<Found> {
  const startedAt = performance.now();
  const cursor = readSearchCursor(input.after);
  try {
    const found = await read(deps, actor, (tx) => find(tx, actor, input, cursor));
    return { ...found, tookMs: Math.round(performance.now() - startedAt) };
  } catch (error) {
    if (isTimeout(error))
      throw new AppError('unavailable', {
        detail: 'Pencarian ini memakan waktu terlalu lama. Tambahkan kata, pilih tahun atau unit, lalu cari lagi.',
      });
    throw error;
  }
}

async function find(
  tx: Tx,
  actor: DeskActor,
  input: Input,
  cursor: SearchCursor | undefined,
): Promise<Omit<Found, 'tookMs'>> {
  const reader = readerOf(actor);
  await setSearchScope(tx, rightsOf(reader), TIMEOUT_MS);
  const request = await requestOf(tx, input);
  const { letterIds, next } = await findPage(tx, request, input, cursor);
  const hits = await listHits(tx, { ...reader, opdId: actor.opdId, letterIds, tsQuery: request.query });
  const counted = await countFacets(tx, request);
  const total = counted.find(({ facet }) => facet === '')?.matches ?? 0;
  return {
    hits: hits.filter(isListed).map(describeHit),
    next,
    total: { count: Math.min(total, CAP), isCapped: total > CAP },
    facets: await describeFacets(tx, actor.agencyId, counted),
  };
}

/** A right that was taken away after indexing ends the listing; R and SR stay, masked. */
function isListed({ isReadable, securityClass }: HitRow): boolean {
  return isReadable || securityClass === 'R' || securityClass === 'SR';
}

async function findPage(
  tx: Tx,
  request: SearchRequest,
  input: Input,
  cursor: SearchCursor | undefined,
): Promise<{ letterIds: string[]; next: string | null }> {
  const offset = cursor && 'offset' in cursor ? cursor.offset : 0;
  const isRanked = input.sort === 'rank' && request.query !== null;
  const place = cursor && 'afterId' in cursor ? cursor : { offset };
  const matches = await listMatches(tx, { ...request, sort: input.sort, limit: input.limit + 1, offset, ...place });
  const page = matches.slice(0, input.limit);
  const last = matches.length > input.limit ? page.at(-1) : undefined;
  return {
    letterIds: page.map(({ letterId }) => letterId),
    next: last ? writeSearchCursor(nextCursor(last, isRanked ? offset + input.limit : null)) : null,
  };
}

function nextCursor(last: { letterId: string; letterDate: string }, offset: number | null): SearchCursor {
  return offset === null ? { afterDate: last.letterDate, afterId: last.letterId } : { offset };
}

async function requestOf(tx: Tx, input: Input): Promise<SearchRequest> {
  const parsed = parseQuery(input.q);
  const stems = await listStems(tx, wordsToStem(parsed));
  const { year, classification, unit, type, grade, security, from, to } = input;
  return {
    query: buildTsQuery(parsed, stems),
    phrases: parsed.phrases,
    number: parsed.number,
    numberPart: parsed.numberPart,
    sender: parsed.sender,
    ...{ year, classification, unit, type, grade, security, from, to },
  };
}

/** One pass for all filters that are not set; beside a filter that is set stand the counts without it. */
async function countFacets(tx: Tx, request: SearchRequest): Promise<FacetRow[]> {
  const rows = await listFacets(tx, request, { skip: '', cap: CAP + 1 });
  const active = FACETS.filter((facet) => request[facet] !== undefined);
  const others: FacetRow[] = [];
  for (const facet of active)
    others.push(...(await listFacets(tx, request, { skip: facet, cap: CAP + 1 })).filter((row) => row.facet === facet));
  return [...rows.filter((row) => !active.some((facet) => facet === row.facet)), ...others];
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}
