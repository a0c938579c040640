import { formatDate } from '../pdf/format-date.ts';
import { qrSvg } from '../pdf/qr-svg.ts';
import type { TypesetForm } from '../pdf/typeset-form.ts';
import type { BoxLabel, BoxLabels } from './box-labels.ts';
import type { FormTypesetter } from './form-parts.ts';
import { typesetData } from './typeset-data.ts';

/**
 * Label boks arsip, A4, eight to a sheet with cutting lines.
 * @throws TypesetError
 */
export function typesetBoxLabels(pool: FormTypesetter, sheet: BoxLabels): Promise<TypesetForm> {
  const { letterhead, labels, printedAt } = sheet;
  const plan = { letterhead, labels: labels.map((label) => planLabel(label)) };
  return typesetData(pool, 'box-labels', plan, printedAt);
}

/** Codes beyond these are in the list behind the QR code. */
const MOST_CODES = 4;

function planLabel(label: BoxLabel): object {
  const { code, unitName, room, rack, fileCount, codes, firstNumber, lastNumber, period, url } = label;
  const more = codes.length > MOST_CODES ? ` dan ${codes.length - MOST_CODES} kode lain` : '';
  return {
    code,
    unitName,
    qrSvg: qrSvg(url),
    rows: [
      ['Lokasi', [room, rack === '' ? '' : `Rak ${rack}`].filter((part) => part !== '').join(', ') || '–'],
      ['Isi', `${fileCount} berkas`],
      ['Nomor', span(firstNumber, lastNumber)],
      ['Kode', `${codes.slice(0, MOST_CODES).join(', ') || '–'}${more}`],
      ['Kurun waktu', span(period.from && formatDate(period.from), period.to && formatDate(period.to))],
    ],
  };
}

function span(from: string | null, to: string | null): string {
  if (from === null || to === null) return '–';
  return from === to ? from : `${from} s.d. ${to}`;
}
