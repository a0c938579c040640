import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, SystemActor } from '../deps.ts';
import { SetFile } from './bag-set.ts';
import { textStageOf } from './file-media.ts';
import { loadDocuments } from './load-documents.ts';
import { insertRows, listWaitingRows, type LoadWork, setStaged, settleRows, type Verdict } from './load-queries.ts';
import { ensureStandingFile, findImportedFile, insertImportedFile } from './loaded-file-queries.ts';
import { type Batch, isHere, listKnownCodes, type LoadedDocument } from './loaded-queries.ts';
import { PackageRefused } from './package-refused.ts';
import { findAgency } from './queries.ts';
import type { RecordMetadata } from './record-metadata.ts';
import { readRecordMetadata, type VerifiedPackage, VerifiedRecord } from './verified-package.ts';
import { verifyPackage } from './verify-package.ts';
import type { ZipReader } from './zip-reader.ts';

const STAGED_AT_ONCE = 1000;
const LOADED_AT_ONCE = 20;

export interface PackageLoad {
  agencyId: string;
  job: LoadWork;
  zip: ZipReader;
  onBatch?: (settled: number) => void;
}

/** One record that waits: where it lies, and the file (berkas) it belongs to with its key at the origin. */
const Staged = VerifiedRecord.extend({ file: SetFile.nullable(), originKey: SetFile.shape.title.nullable() });

/**
 * Takes in a package of another Lontar: checked as a whole first, then record by record. What came keeps its hashes and
 * its whole description; the same record is never taken in twice.
 * @throws PackageRefused
 */
export async function loadPackage(deps: Deps, actor: SystemActor, load: PackageLoad): Promise<void> {
  const key = { agencyId: actor.agencyId, jobId: load.job.id };
  if (!load.job.isStaged) await stage(deps, load, await verifyPackage(load.zip));
  for (;;) {
    const rows = await deps.db.transaction({ agencyId: key.agencyId }, (tx) =>
      listWaitingRows(tx, { ...key, limit: LOADED_AT_ONCE }),
    );
    if (rows.length === 0) return;
    const prepared: Prepared[] = [];
    for (const { line, content } of rows) prepared.push(await prepare(deps, load, line, Staged.parse(content)));
    await settle(deps, actor, { load, prepared });
    await deps.checkpoint?.('batch-loaded');
    load.onBatch?.(rows.length);
  }
}

async function stage(deps: Deps, { agencyId, job }: PackageLoad, found: VerifiedPackage): Promise<void> {
  const own = await deps.db.transaction({ agencyId }, (tx) => findAgency(tx, agencyId));
  const { origin } = found;
  const isForeign = origin.agencyId !== agencyId && plain(origin.agencyName) !== plain(own.name);
  if (isForeign && !job.acceptsForeign)
    throw new PackageRefused(
      `Paket ini milik ${origin.agencyName}, bukan ${own.name}. Bila memang diserahkan kepada instansi ini, unggah lagi dengan pilihan "Terima dari instansi lain".`,
    );
  const key = { agencyId, jobId: job.id };
  const rows = found.records.map((record, index) => {
    const file = record.fileIndex === null ? null : (found.files[record.fileIndex] ?? null);
    const originKey = file && `${origin.agencyId}/${file.id}`;
    return { line: index + 1, content: { ...record, file: file && SetFile.parse(file), originKey }, reason: null };
  });
  await deps.db.transaction({ agencyId }, async (tx) => {
    for (let at = 0; at < rows.length; at += STAGED_AT_ONCE)
      await insertRows(tx, key, rows.slice(at, at + STAGED_AT_ONCE));
    await setStaged(tx, key);
  });
}

const plain = (name: string) => name.toLowerCase().replace(/\s+/gu, ' ').trim();

interface Prepared {
  line: number;
  staged: ReturnType<typeof Staged.parse>;
  metadata: RecordMetadata;
  files: LoadedDocument['files'];
}

/** The bytes are checked once more as they are stored: the store names them by their hash. */
async function prepare(
  deps: Deps,
  { agencyId, zip }: PackageLoad,
  line: number,
  staged: Prepared['staged'],
): Promise<Prepared> {
  const metadata = await readRecordMetadata(zip, staged.metadataPath);
  const files: LoadedDocument['files'][number][] = [];
  for (const { path, fileName, mediaType, sha256 } of metadata.files) {
    const stored = await deps.files.write(agencyId, await zip.read(`${staged.prefix}${path}`));
    if (stored.sha256 !== sha256) throw new PackageRefused(`${path} berbeda dari keterangannya.`);
    files.push({ fileName, mediaType, ...stored });
  }
  return { line, staged, metadata, files };
}

async function settle(
  deps: Deps,
  actor: SystemActor,
  { load: { job }, prepared }: { load: PackageLoad; prepared: readonly Prepared[] },
): Promise<void> {
  const { agencyId } = actor;
  const batch: Batch = {
    ...{ agencyId, unitId: job.unitId, jobId: job.id, now: deps.now() },
    positionId: job.createdByPositionId,
    personId: job.createdByPersonId,
  };
  await deps.db.transaction({ agencyId }, async (tx) => {
    const codes = prepared.flatMap(({ metadata, staged }) => [
      ...(metadata.classification ? [metadata.classification.code] : []),
      ...(staged.file ? [staged.file.classification.code] : []),
    ]);
    const known = await listKnownCodes(tx, agencyId, [...new Set(codes)]);
    const verdicts: Verdict[] = [];
    const documents: LoadedDocument[] = [];
    for (const record of prepared) {
      const reason = await reasonAgainst(tx, agencyId, { record, known });
      if (reason === undefined) documents.push(await toDocument(tx, batch, { record, known }));
      else verdicts.push({ line: record.line, status: 'refused', documentId: null, reason });
    }
    verdicts.push(...(await loadDocuments(tx, batch, documents)));
    await settleRows(tx, { agencyId, jobId: job.id }, verdicts);
    const count = (status: Verdict['status']) => verdicts.filter((verdict) => verdict.status === status).length;
    const loaded = count('loaded');
    const detail = { loadId: job.id, unitId: job.unitId, loaded, refused: count('refused') };
    await recordEvents(tx, deps, actor, loaded === 0 ? [] : [{ action: 'load.batch', detail }]);
  });
}

async function reasonAgainst(
  tx: Tx,
  agencyId: string,
  { record: { metadata, staged }, known }: { record: Prepared; known: ReadonlySet<string> },
): Promise<string | undefined> {
  if (metadata.origin.agencyId === agencyId && (await isHere(tx, { agencyId, id: metadata.id })))
    return 'Naskah ini berasal dari instansi ini dan masih tersimpan di sini.';
  const code = staged.file?.classification.code;
  if (code !== undefined && !known.has(code))
    return `Kode klasifikasi ${code} belum ada di sini. Tambahkan klasifikasinya, lalu unggah paket ini sekali lagi.`;
  return undefined;
}

async function toDocument(
  tx: Tx,
  batch: Batch,
  { record, known }: { record: Prepared; known: ReadonlySet<string> },
): Promise<LoadedDocument> {
  const { metadata, staged, files, line } = record;
  const code = metadata.classification?.code ?? null;
  const { origin, kind, id } = metadata;
  const main = metadata.files.filter(({ role }) => role === 'main' || role === 'annex');
  const classificationCode = code !== null && known.has(code) ? code : null;
  return {
    ...{
      id: uuidv7(),
      recordId: uuidv7(),
      line,
      source: 'import',
      sourceKey: `${origin.agencyId}/${kind}/${id}`,
      files,
    },
    kind: metadata.documentKind,
    title: metadata.title,
    number: metadata.number,
    documentDate: metadata.documentDate,
    sender: metadata.sender,
    recipient: metadata.recipient,
    summary: metadata.summary,
    classificationCode,
    securityClass: metadata.securityClass,
    media: metadata.media,
    pageCount: metadata.pageCount,
    origin: { instance: origin.instance, kind, id, metadata },
    fileId: await fileOf(tx, batch, { staged, code: classificationCode, date: metadata.documentDate }),
    ordinal: staged.ordinal,
    copyStatus: staged.copyStatus,
    textStage: textStageOf(main.map(({ mediaType }) => mediaType)),
  };
}

async function fileOf(
  tx: Tx,
  { agencyId, unitId, now }: Batch,
  { staged: { file, originKey }, code, date }: { staged: Prepared['staged']; code: string | null; date: string },
): Promise<string | null> {
  const id = uuidv7();
  if (file === null || originKey === null) {
    if (code === null) return null;
    return ensureStandingFile(tx, { agencyId, unitId, id, code, year: Number(date.slice(0, 4)), now });
  }
  const known = await findImportedFile(tx, { agencyId, originKey });
  if (known) return known.fileId;
  await insertImportedFile(tx, { agencyId, unitId, id, originKey, metadata: file, now });
  return id;
}
