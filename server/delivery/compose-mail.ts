import { formatDate } from '../pdf/format-date.ts';
import type { LetterToDeliver } from './queries.ts';

export interface ComposedMail {
  subject: string;
  text: string;
  /** Null: nothing of the letter travels by mail. */
  attachmentName: string | null;
}

export function isConfidential(letter: Pick<LetterToDeliver, 'securityClass'>): boolean {
  return letter.securityClass === 'R' || letter.securityClass === 'SR';
}

/** The mail to an addressee outside. Of a confidential letter it says only that one is coming by hand. */
export function composeMail(letter: LetterToDeliver, recipientName: string, publicUrl: string): ComposedMail {
  return isConfidential(letter) ? composeNotice(letter, recipientName) : composeFull(letter, recipientName, publicUrl);
}

function composeFull(letter: LetterToDeliver, recipientName: string, publicUrl: string): ComposedMail {
  const kind = letter.type === 'nota_dinas' ? 'Nota dinas' : 'Surat dinas';
  const lines = [
    `Yth. ${recipientName}`,
    '',
    `Bersama ini kami sampaikan ${kind.toLowerCase()} dari ${letter.unitName}, ${letter.agencyName}.`,
    '',
    `Nomor   : ${letter.number ?? ''}`,
    `Tanggal : ${letter.letterDate === null ? '' : formatDate(letter.letterDate)}`,
    `Hal     : ${letter.subject}`,
    '',
    'Naskah lengkap terlampir dalam bentuk PDF dan telah ditandatangani secara elektronik, sehingga tidak dikirim lagi dalam bentuk kertas. Keasliannya dapat diperiksa dengan membuka alamat berikut:',
    `${publicUrl}/v/${letter.token ?? ''}`,
    '',
    letter.signatoryTitle ?? '',
    letter.agencyName,
  ];
  return {
    subject: `${kind} nomor ${letter.number ?? ''}: ${letter.subject}`,
    text: `${lines.join('\n')}\n`,
    attachmentName: `${(letter.number ?? 'surat').replace(/[^0-9A-Za-z.-]+/gu, '-')}.pdf`,
  };
}

function composeNotice(letter: LetterToDeliver, recipientName: string): ComposedMail {
  const lines = [
    `Yth. ${recipientName}`,
    '',
    `${letter.unitName}, ${letter.agencyName}, mengirimkan sebuah surat kepada Saudara. Surat itu tidak dikirim lewat surel; petugas kami menyerahkannya langsung dalam sampul tertutup.`,
    '',
    letter.agencyName,
  ];
  return {
    subject: `Pemberitahuan surat dari ${letter.unitName}`,
    text: `${lines.join('\n')}\n`,
    attachmentName: null,
  };
}
