import type { LetterSheet } from './letter-sheet.ts';

export interface RecipientPlan {
  /** Lines of each addressee, with its own place when the places differ. */
  entries: string[][];
  /** Printed once under "di –"; null leaves it out. */
  place: string | null;
  /** The list stands on its own page; the first page says "(daftar terlampir)". */
  annexed: boolean;
}

const MOST_ON_FIRST_PAGE = 12;

export function planRecipients({ recipients, documentType }: LetterSheet): RecipientPlan {
  const places = new Set(recipients.map(({ place }) => place).filter((place) => place !== null && place !== ''));
  const annexed = recipients.length > MOST_ON_FIRST_PAGE;
  const [first] = places;
  if (documentType === 'nota_dinas' || first === undefined) {
    return { entries: recipients.map(({ lines }) => lines), place: null, annexed };
  }
  if (places.size === 1) return { entries: recipients.map(({ lines }) => lines), place: first, annexed };
  const entries = recipients.map(({ lines, place }) => (place ? [...lines, `di ${place}`] : lines));
  return { entries, place: 'Tempat', annexed };
}
