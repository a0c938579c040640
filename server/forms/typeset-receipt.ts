import { bindWords } from '../pdf/bind-words.ts';
import { formatDate, formatLongInstant, wallTime } from '../pdf/format-date.ts';
import { qrSvg } from '../pdf/qr-svg.ts';
import type { TypesetForm } from '../pdf/typeset-form.ts';
import type { FormTypesetter } from './form-parts.ts';
import type { Receipt } from './receipt.ts';
import { typesetData } from './typeset-data.ts';

/**
 * Bukti penerimaan surat, A5 landscape.
 * @throws TypesetError
 */
export function typesetReceipt(pool: FormTypesetter, receipt: Receipt): Promise<TypesetForm> {
  const printed = wallTime(receipt.printedAt, receipt.timeZone);
  const { letterhead, trackingCode, trackingPage } = receipt;
  const plan = {
    letterhead,
    trackingCode,
    trackingPage,
    agendaLine: `Nomor agenda ${receipt.agendaNumber} Tahun ${String(receipt.agendaYear)}`,
    rows: [
      ['Diterima pada', formatLongInstant(receipt.receivedAt, receipt.timeZone)],
      ['Pengirim', receipt.sender],
      ['Nomor surat', receipt.letterNumber ?? '–'],
      ['Tanggal surat', receipt.letterDate === null ? '–' : formatDate(receipt.letterDate)],
      ['Hal', bindWords(receipt.subject)],
      ['Lampiran', receipt.attachmentText],
      ['Disampaikan melalui', receipt.channel],
      ['Petugas penerima', receipt.receivedBy],
    ],
    trackingSvg: qrSvg(receipt.trackingUrl),
    footLine: [
      `Dicetak secara elektronik dari Lontar pada ${formatDate(printed.date)} pukul ${printed.time}.`,
      'Sah tanpa tanda tangan dan cap.',
      receipt.contact === null ? '' : `Pertanyaan: ${receipt.contact}.`,
    ]
      .join(' ')
      .trim(),
  };
  return typesetData(pool, 'receipt', plan, receipt.printedAt);
}
