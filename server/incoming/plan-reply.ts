import type { LetterContent, RecipientInput } from '../letters/contract.ts';
import { stripInvisible } from '../letters/letter-body-characters.ts';
import { isPrintable } from '../pdf/find-unprintable.ts';
import { formatDate } from '../pdf/format-date.ts';
import type { IncomingRow } from './queries.ts';

export interface Answered {
  letter: Pick<
    IncomingRow,
    'subject' | 'number' | 'letterDate' | 'senderTitle' | 'senderUnit' | 'securityClass' | 'classificationCode'
  >;
  /** The desk of this agency that sent it; null when it came from outside, or the desk is no more. */
  sender: { positionId: string; isOwnOpd: boolean; isNote: boolean } | null;
  /** Of the contact, when the sender is one. */
  address: { address: string; email: string };
  dueDate: string | null;
}

/** A nota dinas stays inside one OPD; everybody else is answered with a surat dinas. */
export function replyType({ sender }: Pick<Answered, 'sender'>): 'surat_dinas' | 'nota_dinas' {
  return sender?.isOwnOpd === true ? 'nota_dinas' : 'surat_dinas';
}

/** What a draft that answers a letter starts with. It is as secret as the letter whose words it repeats. */
export function planReply(answered: Answered): Partial<LetterContent> {
  const { letter, sender, dueDate } = answered;
  const subject = printable(letter.subject);
  return {
    subject: cut(`Tanggapan atas ${subject}`, 300),
    securityClass: letter.securityClass,
    classificationCode: letter.classificationCode,
    dueDate,
    to: [sender === null ? outsideRecipient(answered) : { kind: 'internal', positionId: sender.positionId }],
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: openingOf(answered, subject) }] },
        { type: 'paragraph' },
      ],
    },
  };
}

function openingOf({ letter, sender }: Answered, subject: string): string {
  const number = printable(letter.number);
  return [
    `Sehubungan dengan ${sender?.isNote === true ? 'nota dinas' : 'surat'} Saudara`,
    number === '' ? '' : `nomor ${number}`,
    letter.letterDate === null ? '' : `tanggal ${formatDate(letter.letterDate).replaceAll('\u00a0', ' ')}`,
    `hal ${subject}, bersama ini kami sampaikan hal-hal sebagai berikut.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function outsideRecipient({ letter, address }: Answered): RecipientInput {
  const isEmail = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u.test(address.email);
  return {
    kind: 'external',
    name: cut(senderName(printable(letter.senderTitle), printable(letter.senderUnit)), 200),
    address: cut(printable(address.address), 300),
    place: '',
    email: isEmail ? address.email : '',
  };
}

/** "Direktur Utama PT Bank Kalbar", but "Bupati Sambas" and "Kepala Dinas Kesehatan" without their government or office. */
function senderName(title: string, unit: string): string {
  if (title === '' || unit === '') return title === '' ? unit : title;
  const isNamed = title.toLowerCase().includes(unit.toLowerCase()) || unit.toLowerCase().startsWith('pemerintah');
  return isNamed ? title : `${title} ${unit}`;
}

/** Words of a sender without what no letter can print. */
function printable(text: string): string {
  return Array.from(stripInvisible(text.normalize('NFC')))
    .filter(isPrintable)
    .join('')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
