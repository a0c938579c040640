import { noEdits, type ChosenDesk, type ReadField, type RegistrationEdits } from './registration-values.ts';

const texts = [
  'senderTitle',
  'senderUnit',
  'number',
  'letterDate',
  'subject',
  'summary',
  'attachmentNote',
  'addressee',
  'dueDate',
  'physicalLocation',
] as const;

const choices = {
  channel: ['counter', 'courier', 'post', 'email', 'srikandi'],
  media: ['electronic', 'paper'],
  handlingGrade: ['biasa', 'segera', 'sangat_segera'],
  securityClass: ['B', 'T', 'R', 'SR'],
} as const;

const readFields: readonly ReadField[] = [
  'number',
  'letterDate',
  'senderTitle',
  'senderUnit',
  'subject',
  'summary',
  'handlingGrade',
  'securityClass',
  'attachmentNote',
  'addressee',
];

type Loose = Record<string, unknown>;

function looseOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function readValues(stored: Loose): RegistrationEdits['values'] {
  const values: Loose = {};
  for (const name of texts) if (typeof stored[name] === 'string') values[name] = stored[name];
  for (const [name, allowed] of Object.entries(choices))
    if (allowed.some((one) => one === stored[name])) values[name] = stored[name];
  if (typeof stored['contactId'] === 'string' || stored['contactId'] === null)
    values['contactId'] = stored['contactId'];
  const { code, name } = looseOf(stored['classification']);
  if (typeof code === 'string' && typeof name === 'string') values['classification'] = { code, name };
  else if (stored['classification'] === null) values['classification'] = null;
  return values;
}

function readDesks(stored: unknown): ChosenDesk[] {
  return listOf(stored).flatMap((one) => {
    const { positionId, title } = looseOf(one);
    return typeof positionId === 'string' && typeof title === 'string' ? [{ positionId, title }] : [];
  });
}

/** The draft as the server kept it; what an older form wrote and this one does not know is left out. */
export function readDraft(draft: Record<string, unknown> | null): RegistrationEdits {
  if (draft === null) return noEdits;
  return {
    values: readValues(looseOf(draft['values'])),
    checked: readFields.filter((field) => listOf(draft['checked']).includes(field)),
    desks: readDesks(draft['desks']),
    isNotDuplicate: draft['isNotDuplicate'] === true,
  };
}
