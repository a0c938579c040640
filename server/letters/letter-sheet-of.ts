import type { z } from 'zod';
import type { BusinessDate } from '../business-time.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import { numberPattern } from '../numbering/format-number.ts';
import { findRegister } from '../numbering/find-register.ts';
import { desksInOrder, today } from '../organisation/directory.ts';
import {
  findHolder,
  findLetterheadUnit,
  findPosition,
  listPlaces,
  type PositionRow,
} from '../organisation/directory.ts';
import type { LetterSheet } from '../pdf/letter-sheet.ts';
import { LetterContent } from './contract.ts';
import type { LetterBody } from './letter-body.ts';
import { contentOf } from './letter-content.ts';
import { findLetter } from './letter-queries.ts';
import { listAnnexes } from './part-queries.ts';
import { attachmentText, footerSentence } from './sheet-words.ts';
import { listSteps } from './step-queries.ts';

export interface SheetOptions {
  stage: LetterSheet['stage'];
  number?: string;
  /** Business date YYYY-MM-DD. */
  date?: string;
  verification?: { url: string; shortCode: string };
}

interface SheetSource {
  agencyId: string;
  content: LetterContent;
  /** Unit of the drafting desk, whose letterhead serves while no signatory is chosen. */
  unitId: string;
  annexCount: number;
}

/** The sheet of a letter as it is stored; names and titles as of today, so a signature freezes them by keeping the sheet. */
export async function buildSheet(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'config'>,
  letter: { agencyId: string; letterId: string },
  options: SheetOptions,
): Promise<LetterSheet> {
  const row = await findLetter(tx, letter.agencyId, letter.letterId);
  if (!row) throw new AppError('not_found');
  const content = await contentOf(tx, letter.agencyId, row, await listSteps(tx, letter));
  const annexes = await listAnnexes(tx, letter);
  return sheetFrom(
    tx,
    deps,
    { agencyId: letter.agencyId, content, unitId: row.unitId, annexCount: annexes.length },
    options,
  );
}

/** The sheet of content that need not be stored: what the live preview prints. The body must have been checked. */
export async function sheetFrom(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'config'>,
  source: SheetSource,
  options: SheetOptions,
): Promise<LetterSheet> {
  const { agencyId } = source;
  const content = LetterContent.parse(source.content);
  const day = await today(tx, deps, agencyId);
  const position = await findChosen(tx, agencyId, content.signatoryPositionId);
  const unitId = position?.unitId ?? source.unitId;
  const titles = await addressLines(tx, agencyId, day.date, content);
  return {
    ...(await headOf(tx, agencyId, unitId)),
    documentType: content.type,
    stage: options.stage,
    date: options.date ?? null,
    expectedMonth: day.date.slice(0, 7),
    number: options.number ?? null,
    numberPattern: await patternOf(tx, agencyId, { unitId, content, day }),
    handlingGrade: GRADES[content.handlingGrade],
    securityClass: content.securityClass,
    attachmentText: attachmentText(source.annexCount),
    subject: orDots(content.subject),
    recipients: titles.to,
    sender: content.type === 'nota_dinas' ? orDots(position?.title) : null,
    body: content.body as LetterBody,
    signatory: await signatoryBlock(tx, agencyId, {
      date: day.date,
      position,
      onBehalfOf: await findChosen(tx, agencyId, content.onBehalfOfPositionId),
    }),
    carbonCopies: titles.cc,
    verification: options.verification ?? null,
    footer: { sentence: footerSentence(deps.config, options.verification?.shortCode), isDemo: deps.config.isDemo },
  };
}

const DOTS = '……';

function orDots(text: string | undefined): string {
  return text === undefined || text === '' ? DOTS : text;
}

function findChosen(tx: Tx, agencyId: string, positionId: string | null): Promise<PositionRow | undefined> {
  return positionId === null ? Promise.resolve(undefined) : findPosition(tx, agencyId, positionId);
}

async function headOf(tx: Tx, agencyId: string, unitId: string): Promise<Pick<LetterSheet, 'letterhead' | 'place'>> {
  const unit = await findLetterheadUnit(tx, agencyId, unitId);
  return {
    letterhead: unit?.letterhead ?? { government: DOTS, unitName: DOTS, addressLines: [] },
    place: unit?.place ?? '',
  };
}

async function patternOf(
  tx: Tx,
  agencyId: string,
  { unitId, content, day }: { unitId: string; content: z.output<typeof LetterContent>; day: BusinessDate },
): Promise<string> {
  const register = await findRegister(tx, agencyId, unitId, content.type);
  if (!register) return DOTS;
  return numberPattern(register, {
    classification: content.classificationCode ?? DOTS,
    unitCode: register.unitCode,
    year: day.year,
    month: day.month,
  });
}

const GRADES = { biasa: 'Biasa', segera: 'Segera', sangat_segera: 'Sangat Segera' } as const;
const PREFIXES = { definitif: null, plt: 'Plt.', plh: 'Plh.' } as const;

async function addressLines(
  tx: Tx,
  agencyId: string,
  date: string,
  content: LetterContent,
): Promise<{ to: LetterSheet['recipients']; cc: string[] }> {
  const ids = [...content.to, ...content.cc].flatMap((one) => (one.kind === 'internal' ? [one.positionId] : []));
  const desks = new Map((await desksInOrder(tx, agencyId, date, ids)).map((desk) => [desk.positionId, desk]));
  const places = new Map((await listPlaces(tx, agencyId, ids)).map((row) => [row.positionId, row.place]));
  const nameOf = (one: LetterContent['to'][number]) =>
    one.kind === 'internal' ? (desks.get(one.positionId)?.title ?? '') : one.name;
  return {
    to: content.to.map((one) => ({
      lines: [nameOf(one) || '……'],
      place:
        content.type === 'nota_dinas'
          ? null
          : ((one.kind === 'internal' ? places.get(one.positionId) : one.place) ?? '') || null,
    })),
    cc: content.cc.map(nameOf),
  };
}

async function signatoryBlock(
  tx: Tx,
  agencyId: string,
  signing: { date: string; position: PositionRow | undefined; onBehalfOf: PositionRow | undefined },
): Promise<LetterSheet['signatory']> {
  const { position, date, onBehalfOf } = signing;
  const holder = position && (await findHolder(tx, { agencyId, positionId: position.id, date }));
  return {
    actingPrefix: holder ? PREFIXES[holder.kind] : null,
    onBehalfLine: onBehalfOf ? `a.n. ${onBehalfOf.signatureTitle}` : null,
    subDelegatedLine: null,
    officeLine: orDots(position?.signatureTitle),
    name: orDots(holder?.name),
    rank: holder?.rank ? holder.rank : null,
    nip: holder?.nip ?? null,
    isRegionalHead: position?.isRegionalHead === true,
  };
}
