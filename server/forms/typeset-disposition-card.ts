import { formatShortDate, formatShortInstant } from '../pdf/format-date.ts';
import { qrSvg } from '../pdf/qr-svg.ts';
import type { TypesetForm } from '../pdf/typeset-form.ts';
import type { DispositionCard } from './disposition-card.ts';
import type { FormTypesetter } from './form-parts.ts';
import { officeOf } from './plan-initial.ts';
import { typesetData } from './typeset-data.ts';

const LONGEST_SUMMARY = 300;
const LONGEST_CELL = 90;

/**
 * Kartu disposisi, 102 x 157 mm; the chain goes on on further cards when the first is full.
 * @throws TypesetError
 */
export function typesetDispositionCard(pool: FormTypesetter, card: DispositionCard): Promise<TypesetForm> {
  return typesetData(pool, 'disposition-card', planCard(card), card.printedAt);
}

function planCard(card: DispositionCard): object {
  const { timeZone } = card;
  return {
    unitName: cut(card.unitName, LONGEST_CELL),
    index: cut(card.index, 40),
    classificationCode: card.classificationCode,
    agendaNumber: card.agendaNumber ?? '',
    settledOn: card.settledOn === null ? '' : formatShortDate(card.settledOn),
    summary: cut(card.summary, LONGEST_SUMMARY),
    sender: cut(card.sender, LONGEST_CELL),
    letterDate: card.letterDate === null ? '–' : formatShortDate(card.letterDate),
    letterNumber: cut(card.letterNumber ?? '–', LONGEST_CELL),
    attachmentText: cut(card.attachmentText, 30),
    forwards: card.forwards.map(({ recipient, at }) => ({ recipient, at: clock(at, timeZone) })),
    instructions: card.instructions.map(({ giver, text }) => ({ giver, text: text.trim() })),
    initial: planCardInitial(card),
  };
}

function planCardInitial({ giver, timeZone }: DispositionCard): object | null {
  if (giver === null) return null;
  const { recordedBy, verificationUrl } = giver;
  return {
    office: officeOf(giver),
    at: formatShortInstant(giver.givenAt, timeZone),
    qrSvg: verificationUrl === null ? null : qrSvg(verificationUrl),
    recordedLine: recordedBy === null ? null : `Dicatat oleh ${recordedBy} atas perintah`,
  };
}

/** The zone stands once, at the initial. */
function clock(instant: string, timeZone: string): string {
  return formatShortInstant(instant, timeZone).replace(/\u00a0\w+$/u, '');
}

function cut(text: string, longest: number): string {
  const characters = Array.from(text.trim());
  return characters.length <= longest
    ? text.trim()
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
