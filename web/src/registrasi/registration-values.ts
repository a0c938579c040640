import type { OutputOf } from '../../../server/contract.ts';
import type { Channel, Incoming } from '../../../server/incoming/contract.ts';
import type { getRegistrationContextEndpoint, RegistrationContent } from '../../../server/registration/contract.ts';
import type { Intake, Proposals } from '../../../server/intake/contract.ts';

export type RegistrationContext = OutputOf<typeof getRegistrationContextEndpoint>;
/** A field that the pages may have said something about. */
export type ReadField = keyof Proposals;

/** The form as it stands on the screen: dates are YYYY-MM-DD or empty. */
export interface RegistrationValues extends Omit<RegistrationContent, 'letterDate' | 'dueDate' | 'classificationCode'> {
  letterDate: string;
  dueDate: string;
  classification: { code: string; name: string } | null;
}

export interface ChosenDesk {
  positionId: string;
  title: string;
}

/** What a person did to the form; everything else follows from the pages. Kept on the server as the draft. */
export interface RegistrationEdits {
  values: Partial<RegistrationValues>;
  /** Readings that a person compared with the page. */
  checked: readonly ReadField[];
  desks: readonly ChosenDesk[];
  isNotDuplicate: boolean;
}

export const noEdits: RegistrationEdits = { values: {}, checked: [], desks: [], isNotDuplicate: false };

const empty: RegistrationValues = {
  channel: 'counter',
  media: 'paper',
  senderTitle: '',
  senderUnit: '',
  contactId: null,
  number: '',
  letterDate: '',
  subject: '',
  summary: '',
  attachmentNote: '',
  handlingGrade: 'biasa',
  securityClass: 'B',
  classification: null,
  addressee: '',
  dueDate: '',
  physicalLocation: '',
};

const grades = ['biasa', 'segera', 'sangat_segera'] as const;
const classes = ['B', 'T', 'R', 'SR'] as const;

/** What the form starts with: the way the letter came, and what its pages say. */
export function startValues(intake: Pick<Intake, 'source' | 'proposals' | 'verdict'> | null): RegistrationValues {
  if (intake === null) return empty;
  const { proposals, source, verdict } = intake;
  const isElectronic = source === 'email' || verdict !== null;
  const read = (field: ReadField) => proposals[field]?.value ?? '';
  return {
    ...empty,
    ...(source === 'email' ? { channel: 'email' } : {}),
    media: isElectronic ? 'electronic' : 'paper',
    number: read('number'),
    letterDate: read('letterDate'),
    senderTitle: read('senderTitle'),
    senderUnit: read('senderUnit'),
    subject: read('subject'),
    summary: read('summary'),
    attachmentNote: read('attachmentNote'),
    addressee: read('addressee'),
    handlingGrade: grades.find((grade) => grade === read('handlingGrade')) ?? 'biasa',
    securityClass: classes.find((one) => one === read('securityClass')) ?? 'B',
  };
}

/** A registered letter in the form, to be corrected. */
export function valuesOf(incoming: Incoming): RegistrationValues {
  const { letterDate, dueDate, channel } = incoming;
  return {
    ...empty,
    channel: channel === 'internal' ? 'srikandi' : channel,
    media: incoming.media,
    senderTitle: incoming.senderTitle,
    senderUnit: incoming.senderUnit,
    number: incoming.number,
    letterDate: letterDate ?? '',
    subject: incoming.subject,
    summary: incoming.summary,
    attachmentNote: incoming.attachmentNote,
    handlingGrade: incoming.handlingGrade,
    securityClass: incoming.securityClass,
    classification: incoming.classification,
    addressee: incoming.addressee,
    dueDate: dueDate ?? '',
    physicalLocation: incoming.physicalLocation,
  };
}

/** R and SR come in envelopes that stay closed. */
export function isSealed(values: Pick<RegistrationValues, 'securityClass'>): boolean {
  return values.securityClass === 'R' || values.securityClass === 'SR';
}

export function toContent(values: RegistrationValues): RegistrationContent {
  const { classification, letterDate, dueDate, ...rest } = values;
  return {
    ...rest,
    summary: isSealed(values) ? '' : values.summary,
    letterDate: letterDate === '' ? null : letterDate,
    dueDate: dueDate === '' ? null : dueDate,
    classificationCode: classification?.code ?? null,
  };
}

/** Sentences by field for what a person must fill in before anything is sent. */
export function findGaps(values: RegistrationValues): Partial<Record<'subject' | 'senderTitle', string>> {
  const gaps: Partial<Record<'subject' | 'senderTitle', string>> = {};
  if (values.senderTitle.trim() === '' && values.senderUnit.trim() === '') gaps.senderTitle = 'Tulis asal surat.';
  if (values.subject.trim().length < 3) gaps.subject = 'Tulis hal surat, paling sedikit tiga huruf.';
  return gaps;
}

export const channels: readonly { value: Exclude<Channel, 'internal'>; label: string }[] = [
  { value: 'counter', label: 'Loket' },
  { value: 'courier', label: 'Kurir' },
  { value: 'post', label: 'Pos' },
  { value: 'email', label: 'Surel' },
  { value: 'srikandi', label: 'SRIKANDI' },
];

/** "Surel" */
export function channelLabel(channel: Channel): string {
  return channels.find((one) => one.value === channel)?.label ?? 'Lontar';
}

/** "lewat surel" */
export function channelWords(channel: Channel): string {
  if (channel === 'internal') return 'lewat Lontar';
  return `lewat ${{ counter: 'loket', courier: 'kurir', post: 'pos', email: 'surel', srikandi: 'SRIKANDI' }[channel]}`;
}
