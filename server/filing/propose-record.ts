import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { today } from '../organisation/directory.ts';
import {
  ensureRecordFile,
  findCodeForFiling,
  holdOpen,
  insertRecord,
  isPractised,
  listAlike,
  listMentionLinks,
  listThreadLinks,
} from './proposal-queries.ts';
import { type Candidate, findNumbers, type ProposalFacts, rankCandidates, suggestTitle } from './propose-file.ts';

/** One item to be kept by one organisation (OPD), with what tells where it belongs. */
export interface ToKeep {
  agencyId: string;
  unitId: string;
  /** The letter of ours that it is, or that it carries. */
  letterId: string | null;
  incomingId: string | null;
  documentId: string | null;
  classificationCode: string | null;
  year: number;
  subject: string;
  number: string;
  /** May name the numbers of other items. */
  text: string;
  /** Sending organisation, where the item is from outside. */
  correspondent: string;
  securityClass: string;
  copyStatus: 'original' | 'copy' | 'carbon_copy' | 'photocopy';
  /** The caller places it at once: no file is looked for, and none is opened. */
  isPlacedByCaller?: boolean;
}

export interface Proposed {
  recordId: string;
  unitId: string;
  /** Null where no file fits. */
  fileId: string | null;
  incomingId: string | null;
  reason: Candidate['reason'];
}

/** Makes the record of an item with the file proposed for it; undefined when the item is recorded already. */
export async function proposeRecord(tx: Tx, deps: Pick<Deps, 'now'>, item: ToKeep): Promise<Proposed | undefined> {
  const code = await loadCode(tx, deps, item);
  const candidates = item.isPlacedByCaller === true ? [] : rankCandidates(await loadFacts(tx, item, code));
  const chosen = await takeFirstOpen(tx, deps, item, { candidates, codeName: code?.name ?? null });
  const { agencyId, unitId, letterId, incomingId, documentId, copyStatus } = item;
  const recordId = uuidv7();
  const isSecret = item.securityClass === 'R' || item.securityClass === 'SR';
  const isInserted = await insertRecord(tx, {
    ...{ agencyId, id: recordId, unitId, letterId, incomingId, documentId, copyStatus },
    ...chosen,
    suggestedTitle: suggestTitle({ ...item, isSecret, classificationName: code?.name ?? null }),
    now: deps.now(),
  });
  return isInserted ? { recordId, unitId, incomingId, fileId: chosen.fileId, reason: chosen.reason } : undefined;
}

export interface UsableCode {
  code: string;
  name: string;
  /** A file of its own may stand under it. */
  isUsable: boolean;
}

export async function loadCode(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  item: { agencyId: string; classificationCode: string | null },
): Promise<UsableCode | null> {
  const { agencyId, classificationCode: code } = item;
  if (code === null) return null;
  const { date } = await today(tx, deps, agencyId);
  const found = await findCodeForFiling(tx, { agencyId, code, date });
  return found ? { code, name: found.name, isUsable: !found.isBroad && !found.isRetired } : null;
}

/** What is known about where an item belongs. */
export async function loadFacts(
  tx: Tx,
  item: Omit<ToKeep, 'documentId' | 'copyStatus'>,
  code: UsableCode | null,
): Promise<ProposalFacts> {
  const { agencyId, unitId, letterId, subject, correspondent } = item;
  const thread = letterId === null ? [] : await listThreadLinks(tx, { agencyId, unitId, letterId });
  const numbers = findNumbers(`${subject}\n${item.text}`, item.number);
  const mentions = await listMentionLinks(tx, { agencyId, unitId, numbers });
  const links = [...thread, ...mentions];
  if (code === null) return { subject, links, alike: [], standing: null };
  const named = { agencyId, unitId, code: code.code };
  const alike = await listAlike(tx, { ...named, subject, correspondent });
  const standing = code.isUsable ? { isPractised: await isPractised(tx, named) } : null;
  return { subject, links, alike, standing };
}

type Chosen = Pick<Candidate, 'fileId' | 'becauseRecordId' | 'reason' | 'isCertain'>;

/** A file that is being closed or merged meanwhile gives way to the next candidate. */
async function takeFirstOpen(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  item: ToKeep,
  { candidates, codeName }: { candidates: readonly Candidate[]; codeName: string | null },
): Promise<Chosen> {
  const { agencyId, unitId, classificationCode: code, year } = item;
  for (const candidate of candidates) {
    if (candidate.fileId !== null) {
      if (await holdOpen(tx, { agencyId, fileId: candidate.fileId })) return candidate;
    } else if (code !== null) {
      const title = `${codeName ?? code} ${year}`;
      const file = { agencyId, id: uuidv7(), unitId, code, year, title, now: deps.now() };
      const { fileId } = await ensureRecordFile(tx, file);
      return { ...candidate, fileId };
    }
  }
  return { fileId: null, becauseRecordId: null, reason: 'classification', isCertain: false };
}
