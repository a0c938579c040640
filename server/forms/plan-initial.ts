import { formatDate, formatShortInstant, wallTime } from '../pdf/format-date.ts';
import { qrSvg } from '../pdf/qr-svg.ts';
import type { Giver } from './form-parts.ts';

/** The block where an official's initial stands, as the templates draw it. */
export interface InitialPlan {
  readonly placeAndDate: string;
  readonly office: string;
  readonly qrSvg: string | null;
  readonly initialWords: string;
  readonly initialledAt: string;
  readonly name: string;
  readonly details: readonly string[];
  readonly recordedLine: string | null;
}

/** A disposition recorded for an official was not initialled electronically, and the block does not say so. */
export function planInitial(giver: Giver, place: string, timeZone: string): InitialPlan {
  const date = formatDate(wallTime(giver.givenAt, timeZone).date);
  return {
    placeAndDate: place === '' ? date : `${place}, ${date}`,
    office: officeOf({ ...giver, title: giver.title.toLocaleUpperCase('id') }),
    qrSvg: giver.verificationUrl === null ? null : qrSvg(giver.verificationUrl),
    initialWords: giver.recordedBy === null ? 'Diparaf secara elektronik' : 'Dicatat secara elektronik',
    initialledAt: formatShortInstant(giver.givenAt, timeZone),
    name: giver.name,
    details: giver.isRegionalHead ? [] : detailsOf(giver),
    recordedLine:
      giver.recordedBy === null ? null : `Dicatat oleh ${giver.recordedBy} atas perintah ${officeOf(giver)}`,
  };
}

/** "Plt. Kepala Dinas" */
export function officeOf({ actingPrefix, title }: Pick<Giver, 'actingPrefix' | 'title'>): string {
  return actingPrefix === null ? title : `${actingPrefix} ${title}`;
}

function detailsOf({ rank, nip }: Giver): string[] {
  const lines = [rank ?? '', nip === null || nip === '' ? '' : `NIP ${nip}`];
  return lines.filter((line) => line !== '');
}
