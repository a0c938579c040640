import type { Tx } from '../db.ts';
import { findLikeItems } from '../intake/take-intake.ts';
import type { Reader } from '../letters/reading-right.ts';
import { type LikeRow, listOfItems, listSameDate, listSameNumber } from './duplicate-queries.ts';
import type { Duplicate } from './registration-shapes.ts';

/** A letter to compare, and who compares it, which decides which subjects are shown. */
export interface LetterInHand extends Reader {
  agencyId: string;
  unitId: string;
  intakeId: string | null;
  senderTitle: string;
  senderUnit: string;
  number: string;
  /** Both only known when the form is sent. */
  letterDate?: string | null;
  subject?: string;
  now: Date;
}

const HALF_A_YEAR_MS = 183 * 24 * 3_600_000;

/**
 * Registered letters of the unit that may be the one in hand: same sender and number (for letters without number: same
 * sender, date and subject), same file, near-same text. Most alike first.
 */
export async function findLikeLetters(tx: Tx, letter: LetterInHand): Promise<Duplicate[]> {
  const byNumber = await listNumbered(tx, letter);
  const items = letter.intakeId === null ? [] : await findLikeItems(tx, { ...letter, intakeId: letter.intakeId });
  const rows =
    items.length === 0 ? [] : await listOfItems(tx, { ...letter, intakeIds: items.map(({ intakeId }) => intakeId) });
  const byFile = items.flatMap(({ intakeId, reason, likeness }) =>
    rows.filter((row) => row.intakeId === intakeId).map((row) => describe(row, reason, likeness)),
  );
  const found = [...byNumber, ...byFile];
  return found.filter(({ incomingId }, index) => found.findIndex((other) => other.incomingId === incomingId) === index);
}

async function listNumbered(tx: Tx, letter: LetterInHand): Promise<Duplicate[]> {
  if (letter.number !== '') {
    const rows = await listSameNumber(tx, letter);
    return rows.filter((row) => isSameSender(row, letter)).map((row) => describe(row, 'same_number', 1));
  }
  const { letterDate, subject } = letter;
  if (letterDate === undefined || letterDate === null || subject === undefined) return [];
  const receivedSince = new Date(letter.now.getTime() - HALF_A_YEAR_MS);
  const rows = await listSameDate(tx, { ...letter, letterDate, receivedSince });
  return rows
    .filter((row) => isSameSender(row, letter) && words(row.subject) === words(subject))
    .map((row) => describe(row, 'near_same_text', 1));
}

type Sender = Pick<LikeRow, 'senderTitle' | 'senderUnit'>;

/** Clerks write an official with or without the office; one name in common is the same sender. */
function isSameSender(one: Sender, other: Sender): boolean {
  const names = ({ senderTitle, senderUnit }: Sender) =>
    [senderTitle, senderUnit].map(words).filter((name) => name !== '');
  const others = names(other);
  return names(one).some((name) => others.some((known) => known.includes(name) || name.includes(known)));
}

const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function describe(row: LikeRow, reason: Duplicate['reason'], likeness: number): Duplicate {
  const { incomingId, agendaNumber, agendaYear, receivedAt, channel, subject, number } = row;
  const sender = [row.senderTitle, row.senderUnit].filter((name) => name !== '').join(', ');
  return { incomingId, agendaNumber, agendaYear, receivedAt, channel, sender, subject, number, reason, likeness };
}
