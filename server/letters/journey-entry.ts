import type { z } from 'zod';
import type { TrailEvent } from '../audit/load-letter-trail.ts';
import type { JourneyEntry } from './contract.ts';

/** Names that the events only know by id. */
export interface JourneyNames {
  /** Recipient id -> name as addressed. */
  recipients: ReadonlyMap<string, string>;
  /** Incoming letter id -> unit and agenda number. */
  arrivals: ReadonlyMap<string, { unitName: string; agendaNumber: number | null }>;
  /** Unit id -> name, of the units that keep a copy. */
  keepers: ReadonlyMap<string, string>;
  signatory: string;
  toCount: number;
  ccCount: number;
}

type Entry = Pick<z.output<typeof JourneyEntry>, 'title' | 'detail'>;
type Describe = (event: TrailEvent, names: JourneyNames) => Entry;

const ACTING = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' } as const;

/** "Plh. Kepala Bidang ..." as the desk acted then. */
export function deskThen(event: TrailEvent): string {
  const prefix = event.appointmentKind === null ? '' : ACTING[event.appointmentKind];
  return `${prefix}${event.deskTitle ?? ''}`.trim();
}

const DESCRIPTIONS: Record<string, Describe> = {
  'letter.created': (event) => ({ title: 'Konsep dibuat', detail: who(event) }),
  'letter.submitted': (event) => ({ title: 'Konsep diajukan', detail: who(event, quoted(event, 'message')) }),
  'letter.resubmitted': (event) => ({
    title: 'Diperbaiki dan diajukan lagi',
    detail: who(event, version(event), quoted(event, 'message')),
  }),
  'letter.corrected': (event) => ({ title: `Isi diperbaiki ${deskThen(event)}`, detail: named(event, version(event)) }),
  'letter.initialled': (event) => ({ title: `Paraf ${deskThen(event)}`, detail: named(event, version(event)) }),
  'letter.returned': (event) => ({
    title: `Dikembalikan ${deskThen(event)}`,
    detail: named(event, quoted(event, 'reason')),
  }),
  'letter.withdrawn': (event) => ({ title: 'Ditarik', detail: who(event, quoted(event, 'reason')) }),
  'signing.started': (event) => ({ title: 'Perintah tanda tangan diterima', detail: who(event) }),
  'signing.failed': () => ({
    title: 'Penandatanganan gagal',
    detail: 'Surat kembali menunggu tanda tangan dan membawa nomornya',
  }),
  'letter.signed': (_event, names) => ({ title: 'Ditandatangani (TTE)', detail: names.signatory }),
  'letter.delivered': (event, names) => arrival(event, names),
  'letter.mailed': (event, names) => ({ title: 'Surel diserahkan', detail: recipient(event, names) }),
  'letter.mail_failed': (event, names) => ({
    title: 'Surel gagal terkirim',
    detail: joined(recipient(event, names), text(event, 'failure')),
  }),
  'letter.dispatched': (_event, names) => ({
    title: 'Terkirim',
    detail: joined(`${names.toCount} tujuan`, names.ccCount === 0 ? '' : `${names.ccCount} tembusan`, ' dan '),
  }),
  'letter.read': (event) => ({ title: 'Dibaca penerima', detail: who(event) }),
  'letter.printed': (event) => ({
    title: 'Salinan dicetak',
    detail: who(event, sheets(event)),
  }),
  'record.filed': (event, names) => ({
    title: 'Diusulkan masuk berkas',
    detail: keepersOf(event)
      .flatMap((unitId) => names.keepers.get(unitId) ?? [])
      .join(', '),
  }),
  'number.voided': (event) => ({
    title: 'Nomor dibatalkan',
    detail: joined(text(event, 'number'), text(event, 'reason')),
  }),
};

/** One line of the journey; undefined for events that are no step of the letter (views, downloads, comments). */
export function describeEntry(event: TrailEvent, names: JourneyNames): Entry | undefined {
  return DESCRIPTIONS[event.action]?.(event, names);
}

/** Ids of the units for which this event filed a copy. */
export function keepersOf(event: TrailEvent): string[] {
  const { copies } = event.detail;
  if (!Array.isArray(copies)) return [];
  return copies.flatMap((copy: unknown) => {
    const unitId = (copy as { unitId?: unknown } | null)?.unitId;
    return typeof unitId === 'string' ? [unitId] : [];
  });
}

/** "Name · Desk · more", without what is empty. */
export function who(event: TrailEvent, ...more: string[]): string {
  return [event.personName ?? '', deskThen(event), ...more].filter((part) => part !== '').join(' · ');
}

function named(event: TrailEvent, ...more: string[]): string {
  return [event.personName ?? '', ...more].filter((part) => part !== '').join(' · ');
}

function version(event: TrailEvent): string {
  const number = event.detail['contentVersion'];
  return typeof number === 'number' ? `versi ${number}` : '';
}

function sheets(event: TrailEvent): string {
  const number = event.detail['sheets'];
  return typeof number === 'number' ? `${number} lembar` : '';
}

function text(event: TrailEvent, key: string): string {
  const value = event.detail[key];
  return typeof value === 'string' ? value : '';
}

export function quoted(event: TrailEvent, key: string): string {
  const words = text(event, key);
  return words === '' ? '' : `“${words}”`;
}

function joined(left: string, right: string, between = ' · '): string {
  return right === '' ? left : `${left}${between}${right}`;
}

function recipient(event: TrailEvent, names: JourneyNames): string {
  return names.recipients.get(text(event, 'recipientId')) ?? '';
}

function arrival(event: TrailEvent, names: JourneyNames): Entry {
  const found = names.arrivals.get(text(event, 'incomingId'));
  const agenda = found?.agendaNumber == null ? '' : `agenda masuk ${found.agendaNumber}`;
  return { title: 'Diterima', detail: joined(found?.unitName ?? '', agenda) };
}
