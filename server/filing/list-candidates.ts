import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { requireArchivist } from './scope.ts';
import {
  type CandidateFile,
  findBecause,
  findStandingFile,
  listCandidateFiles,
  listFilesByWords,
} from './candidate-queries.ts';
import type { listCandidatesEndpoint } from './contract.ts';
import { loadRecord } from './load-record.ts';
import { findIncomingText, findLetterText } from './proposal-queries.ts';
import { type Candidate, rankCandidates } from './propose-file.ts';
import { loadCode, loadFacts } from './propose-record.ts';
import { reasonText } from './reason-text.ts';
import type { RecordRow } from './record-queries.ts';

type Output = OutputOf<typeof listCandidatesEndpoint>['candidates'];

/** What "Pilih lain" offers: without words what is ranked for the item, with words the open files that match. */
export async function listCandidates(
  deps: Deps,
  actor: DeskActor,
  { recordId, q }: InputOf<typeof listCandidatesEndpoint>,
): Promise<{ candidates: Output }> {
  requireArchivist(actor);
  return read(deps, actor, async (tx) => {
    const record = await loadRecord(tx, actor, recordId);
    const { agencyId } = actor;
    const { unitId } = record;
    const byWords = await listFilesByWords(tx, { agencyId, unitId, words: q, limit: 20 });
    const others = byWords.map((file) => describe(file, 'manual', 'Berkas terbuka unit ini'));
    if (q !== '') return { candidates: others.filter(({ file }) => file.id !== record.fileId) };
    const ranked = await rankFor(tx, deps, agencyId, record);
    const seen = new Set(ranked.map(({ file }) => file.id));
    const rest = others.filter(({ file }) => !seen.has(file.id) && file.id !== record.fileId);
    return { candidates: [...ranked.filter(({ file }) => file.id !== record.fileId), ...rest].slice(0, 20) };
  });
}

async function rankFor(tx: Tx, deps: Deps, agencyId: string, record: RecordRow): Promise<Output> {
  const { unitId, classificationCode, letterId, incomingId, title, number, correspondent, securityClass } = record;
  const code = await loadCode(tx, deps, { agencyId, classificationCode });
  const text = await textOf(tx, agencyId, { letterId, incomingId });
  const year = Number((record.date ?? record.createdAt).slice(0, 4));
  const item = {
    agencyId,
    unitId,
    letterId,
    incomingId,
    classificationCode,
    year,
    number,
    correspondent,
    securityClass,
  };
  const candidates = rankCandidates(await loadFacts(tx, { ...item, subject: title, text }, code));
  const standing =
    classificationCode === null
      ? undefined
      : await findStandingFile(tx, { agencyId, unitId, code: classificationCode });
  const withFile = candidates.flatMap((candidate) => {
    const fileId = candidate.fileId ?? standing;
    return fileId === undefined ? [] : [{ ...candidate, fileId }];
  });
  return describeRanked(tx, agencyId, withFile);
}

async function textOf(
  tx: Tx,
  agencyId: string,
  { letterId, incomingId }: Pick<RecordRow, 'letterId' | 'incomingId'>,
): Promise<string> {
  if (letterId !== null) return (await findLetterText(tx, { agencyId, letterId }))?.text ?? '';
  return incomingId === null ? '' : ((await findIncomingText(tx, { agencyId, incomingId }))?.text ?? '');
}

async function describeRanked(
  tx: Tx,
  agencyId: string,
  candidates: readonly (Candidate & { fileId: string })[],
): Promise<Output> {
  const files = await listCandidateFiles(tx, { agencyId, fileIds: candidates.map(({ fileId }) => fileId) });
  const byId = new Map(files.map((file) => [file.id, file]));
  const described: Output = [];
  for (const { fileId, reason, becauseRecordId } of candidates) {
    const file = byId.get(fileId);
    if (!file) continue;
    const because =
      becauseRecordId === null ? undefined : await findBecause(tx, { agencyId, recordId: becauseRecordId });
    described.push(describe(file, reason, reasonText(reason, because ?? { ordinal: null, number: null })));
  }
  return described;
}

function describe(file: CandidateFile, reason: Output[number]['reason'], text: string): Output[number] {
  const { classificationCode, ...name } = file;
  return { file: name, classificationCode, reason, reasonText: text };
}
