import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import { footerSentence } from '../letters/sheet-words.ts';
import { findRegister } from '../numbering/find-register.ts';
import { formatNumber } from '../numbering/format-number.ts';
import { takeNumber } from '../numbering/take-number.ts';
import { findLetterheadUnit, findPosition, today } from '../organisation/directory.ts';
import { enqueue } from '../outbox.ts';
import { newShortCode, newVerificationToken } from '../signing/verification-code.ts';
import { countShared } from './destroyed-queries.ts';
import { leaveOutHeld, listFiles, lockCounted } from './file-queries.ts';
import {
  ensureRegister,
  findAgencyFacts,
  findNumberingUnit,
  insertPaper,
  insertSignatory,
  listPapers,
} from './paper-queries.ts';
import { onPage, PAPER_CODES } from './paper-signers.ts';
import type { PaperSheet } from './paper-sheet.ts';
import { findRegionalHead, listParties, type PartyRow } from './party-queries.ts';
import { planBlocks } from './plan-blocks.ts';
import { planPaper, type PaperSource } from './plan-paper.ts';
import { type DisposalRow, findDisposal } from './queries.ts';
import type { PaperKind } from './states.ts';

const MOST_ROWS = 5000;

/**
 * Freezes the content and the signatories of a paper, takes its number and hands the layout to a worker. What the paper
 * cannot list because it is held or lent is left out for good. Takes the register's lock: call it late.
 * @throws AppError `people_missing` when a desk that must sign is vacant
 */
export async function preparePaper(
  tx: Tx,
  deps: Deps,
  wanted: { agencyId: string; disposalId: string; kind: PaperKind },
): Promise<{ id: string; number: string }> {
  const { agencyId, disposalId, kind } = wanted;
  const disposal = await findDisposal(tx, { agencyId, disposalId });
  if (!disposal) throw new AppError('not_found');
  const now = deps.now();
  await lockCounted(tx, { agencyId, disposalId });
  await leaveOutHeld(tx, { agencyId, disposalId, now });
  const day = await today(tx, deps, agencyId);
  const parties = await listParties(tx, { agencyId, disposalId, date: day.date });
  const approver = await findApprover(tx, { agencyId, disposal, parties, date: day.date });
  const blocks = planBlocks(kind, parties, approver);
  const signsFor = kind === 'approval' ? approver?.positionId : undefined;
  const unitId = (signsFor && (await findNumberingUnit(tx, { agencyId, positionId: signsFor }))) ?? disposal.unitId;
  const headUnitId = (signsFor && (await findPosition(tx, agencyId, signsFor))?.unitId) ?? disposal.unitId;
  const source = await readSource(tx, { agencyId, disposal, parties, date: day.date, approver });
  const { letterhead, place } = await findHead(tx, agencyId, headUnitId);
  const content = planPaper(kind, { ...source, place });
  const token = newVerificationToken();
  const shortCode = newShortCode();
  const id = uuidv7();
  await ensureRegister(tx, { agencyId, unitId, id: uuidv7() });
  const register = await findRegister(tx, agencyId, unitId, 'arsip');
  if (!register) throw new Error('a register that was just made is missing');
  const serial = await takeNumber(tx, { agencyId, registerId: register.id, date: day.date, entityId: id, now });
  const number = formatNumber(register, {
    classification: PAPER_CODES[disposal.kind],
    unitCode: register.unitCode,
    year: day.year,
    month: day.month,
    number: serial,
  });
  const sheet: PaperSheet = {
    ...content,
    letterhead,
    numberLine: `NOMOR ${number}`,
    blocks: onPage(kind, blocks).map(({ block }) => block),
    verificationUrl: `${deps.config.publicUrl}/v/${token}`,
    footer: { sentence: footerSentence(deps.config, shortCode), isDemo: deps.config.isDemo },
  };
  const { date, year } = day;
  const row = { agencyId, id, disposalId, kind, sheet, registerId: register.id, year, serial, number, date };
  await insertPaper(tx, { ...row, token, shortCode, now });
  for (const { block, caption, positionId, personId, title } of blocks)
    await insertSignatory(tx, {
      agencyId,
      paperId: id,
      ordinal: block.ordinal,
      caption,
      positionId,
      personId,
      name: block.name,
      title,
    });
  await enqueue(tx, agencyId, 'papers.typeset', { paperId: id }, { now });
  return { id, number };
}

/** Who approves this proposal inside Lontar: the regional head, or the head of the archival institution. */
function findApprover(
  tx: Tx,
  given: { agencyId: string; disposal: DisposalRow; parties: readonly PartyRow[]; date: string },
): Promise<PartyRow | undefined> {
  const { agencyId, disposal, parties, date } = given;
  if (disposal.kind === 'handover') return Promise.resolve(parties.find(({ role }) => role === 'receiver'));
  return findRegionalHead(tx, { agencyId, date });
}

async function readSource(
  tx: Tx,
  given: {
    agencyId: string;
    disposal: DisposalRow;
    parties: readonly PartyRow[];
    date: string;
    approver: PartyRow | undefined;
  },
): Promise<Omit<PaperSource, 'place'>> {
  const { agencyId, disposal, parties, date, approver } = given;
  const key = { agencyId, disposalId: disposal.id };
  const agency = await findAgencyFacts(tx, agencyId);
  const files = await listFiles(tx, { ...key, afterOrdinal: 0, limit: MOST_ROWS });
  const papers = await listPapers(tx, key);
  return {
    disposal,
    files,
    date,
    agencyName: agency?.name ?? '',
    timeZone: agency?.timeZone ?? 'Asia/Pontianak',
    earlier: new Map(papers.map((paper) => [paper.kind, { number: paper.number, date: paper.paperDate }])),
    approverTitle: approver?.title ?? '',
    receiverTitle: parties.find(({ role }) => role === 'receiver')?.title ?? '',
    considerations: parties
      .filter(({ note, role }) => note !== '' && role.startsWith('panel_'))
      .map(({ personName, note }) => `${personName ?? ''}: ${note}`),
    sharedLetters: await countShared(tx, key),
  };
}

async function findHead(
  tx: Tx,
  agencyId: string,
  unitId: string,
): Promise<{ letterhead: PaperSheet['letterhead']; place: string }> {
  const unit = await findLetterheadUnit(tx, agencyId, unitId);
  return {
    letterhead: unit?.letterhead ?? { government: '', unitName: '', addressLines: [] },
    place: unit?.place ?? '',
  };
}
