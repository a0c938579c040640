import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, SystemActor } from '../deps.ts';
import { mediaTypeOf, textStageOf } from './file-media.ts';
import { loadDocuments } from './load-documents.ts';
import {
  insertRows,
  listWaitingRows,
  type LoadWork,
  setStaged,
  settleRows,
  type StagedRow,
  type Verdict,
} from './load-queries.ts';
import type { TableSource } from './load-source.ts';
import type { TableRow } from './load-columns.ts';
import { ensureStandingFile } from './loaded-file-queries.ts';
import { type Batch, listKnownCodes, type LoadedDocument } from './loaded-queries.ts';
import { planLoadRow, type PlannedRow } from './plan-load-row.ts';
import { readLoadTable } from './read-load-table.ts';

const STAGED_AT_ONCE = 1000;
const LOADED_AT_ONCE = 200;
/** Files written side by side: most of the time is spent waiting for the disk. */
const WRITTEN_AT_ONCE = 8;

export interface TableLoad {
  agencyId: string;
  job: LoadWork;
  source: TableSource;
  /** After each batch that is on disk. */
  onBatch?: (settled: number) => void;
}

/**
 * Takes in a table of letters. The rows are staged first; then batches of rows become documents, each batch in one
 * transaction with what became of it, so that a run that was killed goes on where the last batch ended.
 */
export async function loadTable(deps: Deps, actor: SystemActor, load: TableLoad): Promise<void> {
  const key = { agencyId: actor.agencyId, jobId: load.job.id };
  if (!load.job.isStaged) await stage(deps, key, load.source);
  for (;;) {
    const rows = await deps.db.transaction({ agencyId: key.agencyId }, (tx) =>
      listWaitingRows(tx, { ...key, limit: LOADED_AT_ONCE }),
    );
    if (rows.length === 0) return;
    const prepared = await prepareAll(deps, load, rows);
    await settle(deps, actor, { load, prepared });
    await deps.checkpoint?.('batch-loaded');
    load.onBatch?.(rows.length);
  }
}

async function stage(deps: Deps, key: { agencyId: string; jobId: string }, source: TableSource): Promise<void> {
  let rows: StagedRow[] = [];
  const flush = async () => {
    const staged = rows;
    rows = [];
    await deps.db.transaction({ agencyId: key.agencyId }, (tx) => insertRows(tx, key, staged));
  };
  for await (const { line, row, reason } of readLoadTable(() => source.openTable())) {
    rows.push({ line, content: row, reason });
    if (rows.length >= STAGED_AT_ONCE) await flush();
  }
  await flush();
  await deps.db.transaction({ agencyId: key.agencyId }, (tx) => setStaged(tx, key));
}

interface Ready {
  line: number;
  plan: PlannedRow;
  files: LoadedDocument['files'];
}
type Prepared = Ready | { line: number; reason: string };

async function prepareAll(
  deps: Deps,
  load: TableLoad,
  rows: readonly { line: number; content: unknown }[],
): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  const waiting = [...rows];
  const work = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) prepared.push(await prepare(deps, load, row));
  };
  await Promise.all(Array.from({ length: WRITTEN_AT_ONCE }, work));
  return prepared.sort((left, right) => left.line - right.line);
}

async function prepare(
  deps: Deps,
  { agencyId, source }: TableLoad,
  { line, content }: { line: number; content: unknown },
): Promise<Prepared> {
  const plan = planLoadRow(content as TableRow);
  if ('reason' in plan) return { line, reason: plan.reason };
  const files: LoadedDocument['files'][number][] = [];
  for (const name of plan.fileNames) {
    const bytes = await source.readFile(name);
    if ('reason' in bytes) return { line, reason: bytes.reason };
    const mediaType = mediaTypeOf(bytes, name);
    if (mediaType === null)
      return { line, reason: `Berkas "${name}" kosong atau bukan dokumen. Gunakan PDF, gambar, atau dokumen kantor.` };
    const stored = await deps.files.write(agencyId, bytes);
    files.push({ fileName: name.slice(name.lastIndexOf('/') + 1).slice(0, 200), mediaType, ...stored });
  }
  return { line, plan, files };
}

async function settle(
  deps: Deps,
  actor: SystemActor,
  { load: { job }, prepared }: { load: TableLoad; prepared: readonly Prepared[] },
): Promise<void> {
  const { agencyId } = actor;
  const now = deps.now();
  const batch: Batch = {
    ...{ agencyId, unitId: job.unitId, jobId: job.id, now },
    positionId: job.createdByPositionId,
    personId: job.createdByPersonId,
  };
  await deps.db.transaction({ agencyId }, async (tx) => {
    const { documents, refused } = await sort(tx, batch, prepared);
    const verdicts = [...refused, ...(await loadDocuments(tx, batch, documents))];
    await settleRows(tx, { agencyId, jobId: job.id }, verdicts);
    const count = (status: Verdict['status']) => verdicts.filter((verdict) => verdict.status === status).length;
    const loaded = count('loaded');
    const detail = { loadId: job.id, unitId: job.unitId, loaded, refused: count('refused') };
    await recordEvents(tx, deps, actor, loaded === 0 ? [] : [{ action: 'load.batch', detail }]);
  });
}

/** What of a batch becomes a document, and what is refused by what the agency knows. */
async function sort(
  tx: Tx,
  batch: Batch,
  prepared: readonly Prepared[],
): Promise<{ documents: LoadedDocument[]; refused: Verdict[] }> {
  const codes = prepared.flatMap((row) => ('plan' in row ? (row.plan.classificationCode ?? []) : []));
  const known = await listKnownCodes(tx, batch.agencyId, [...new Set(codes)]);
  const refused: Verdict[] = [];
  const documents: LoadedDocument[] = [];
  const standing = new Map<string, string>();
  for (const row of prepared) {
    const reason = 'reason' in row ? row.reason : unknownCode(row.plan, known);
    if (reason !== undefined) refused.push({ line: row.line, status: 'refused', documentId: null, reason });
    else if ('plan' in row) documents.push(toDocument(row, await fileOf(tx, batch, { plan: row.plan, standing })));
  }
  return { documents, refused };
}

/** The standing file of class and year, looked up once a batch; null leaves the choice to an archivist. */
async function fileOf(
  tx: Tx,
  { agencyId, unitId, now }: Batch,
  { plan, standing }: { plan: PlannedRow; standing: Map<string, string> },
): Promise<string | null> {
  const { classificationCode: code } = plan;
  if (code === null) return null;
  const year = Number(plan.documentDate.slice(0, 4));
  const place = `${code}/${year}`;
  const known =
    standing.get(place) ?? (await ensureStandingFile(tx, { agencyId, unitId, id: uuidv7(), code, year, now }));
  standing.set(place, known);
  return known;
}

function toDocument({ line, plan, files }: Ready, fileId: string | null): LoadedDocument {
  const { fileNames: _names, ...fields } = plan;
  const textStage = textStageOf(files.map(({ mediaType }) => mediaType));
  const ids = { id: uuidv7(), recordId: uuidv7(), line, source: 'load', fileId, ordinal: null } as const;
  return { ...fields, ...ids, files, textStage };
}

function unknownCode({ classificationCode: code }: PlannedRow, known: ReadonlySet<string>): string | undefined {
  if (code === null || known.has(code)) return undefined;
  return `Kode klasifikasi ${code} tidak ada dalam daftar. Perbaiki kodenya, atau kosongkan agar arsiparis yang memilih.`;
}
