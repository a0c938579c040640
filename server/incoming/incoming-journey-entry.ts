import type { TrailEvent } from '../audit/load-letter-trail.ts';
import { quoted, who } from '../letters/journey-entry.ts';

/** Names and rights that the events only know by id. */
export interface IncomingNames {
  incomingId: string;
  /** Position id -> short title. */
  desks: ReadonlyMap<string, string>;
  /** Ids of dispositions and their items that the reader may see. */
  visible: ReadonlySet<string>;
  unitName: string;
  agendaNumber: number | null;
  signatory: string;
}

interface Entry {
  title: string;
  detail: string;
}

type Describe = (event: TrailEvent, names: IncomingNames) => Entry | undefined;

/** What is no step of the letter: looks, copies, talk, and what the system does seconds after a step. */
const NO_STEPS = new Set([
  'incoming.downloaded',
  'disposition.delivered',
  'disposition.undone',
  'disposition.messaged',
  'disposition.reminded',
  'disposition.file_downloaded',
  'disposition.sheet_printed',
]);

const DESCRIPTIONS: Record<string, Describe> = {
  'letter.signed': (_event, { signatory }) => ({ title: 'Ditandatangani (TTE)', detail: signatory }),
  'letter.delivered': (_event, names) => ({ title: 'Diterima', detail: joined(names.unitName, agenda(names)) }),
  'letter.read': (event) => ({ title: 'Dibaca', detail: who(event) }),
  'record.filed': (event, names) =>
    keepsCopy(event, names.incomingId) ? { title: 'Diusulkan masuk berkas', detail: names.unitName } : undefined,
  'incoming.registered': (event, names) => ({ title: 'Diregistrasi', detail: who(event, agenda(names)) }),
  'incoming.directed': (event, names) => ({
    title: titled('Diarahkan', desksOf(event, names)),
    detail: who(event, quoted(event, 'note')),
  }),
  'incoming.forwarded': (event, names) => ({
    title: titled('Diteruskan', desksOf(event, names)),
    detail: who(event, quoted(event, 'note')),
  }),
  'disposition.given': (event, names) => ({
    title: titled('Disposisi', recipientsOf(event, names)),
    detail: who(event, event.detail['onInstruction'] === true ? `atas petunjuk ${words(event, 'giverTitle')}` : ''),
  }),
};

/** One line of the journey of an incoming letter; undefined for what is no step of it or not for this reader. */
export function describeIncomingEntry(event: TrailEvent, names: IncomingNames): Entry | undefined {
  if (!belongs(event, names) || NO_STEPS.has(event.action)) return undefined;
  const describe = DESCRIPTIONS[event.action];
  if (describe) return describe(event, names);
  if (!/^(?:incoming|disposition)\./u.test(event.action)) return undefined;
  return { title: event.title, detail: who(event, quoted(event, 'reason'), quoted(event, 'note')) };
}

/** Desks that the events of a letter name. */
export function desksNamed(events: readonly TrailEvent[]): string[] {
  return events.flatMap((event) => [...idsIn(event, 'to'), ...recipients(event).map(({ positionId }) => positionId)]);
}

/** A letter of ours goes to several registers: of its events those that speak of this one, and its signature. */
function belongs(event: TrailEvent, { incomingId, visible }: IncomingNames): boolean {
  const named = event.detail['incomingId'];
  if (typeof named === 'string' && named !== incomingId) return false;
  if (!event.action.startsWith('disposition.')) return true;
  const ids = [words(event, 'itemId'), words(event, 'dispositionId')];
  return ids.some((id) => visible.has(id));
}

function keepsCopy(event: TrailEvent, incomingId: string): boolean {
  const { copies } = event.detail;
  return Array.isArray(copies) && copies.some((copy: unknown) => fieldOf(copy, 'incomingId') === incomingId);
}

function recipients(event: TrailEvent): { itemId: string; positionId: string }[] {
  const given = event.detail['recipients'];
  if (!Array.isArray(given)) return [];
  return given.map((one: unknown) => ({ itemId: fieldOf(one, 'itemId'), positionId: fieldOf(one, 'positionId') }));
}

function recipientsOf(event: TrailEvent, { desks, visible }: IncomingNames): string[] {
  return recipients(event).flatMap(({ itemId, positionId }) =>
    visible.has(itemId) ? (desks.get(positionId) ?? []) : [],
  );
}

function desksOf(event: TrailEvent, { desks }: IncomingNames): string[] {
  return idsIn(event, 'to').flatMap((id) => desks.get(id) ?? []);
}

function idsIn(event: TrailEvent, key: string): string[] {
  const value = event.detail[key];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

function fieldOf(value: unknown, key: string): string {
  const found = (value as Record<string, unknown> | null)?.[key];
  return typeof found === 'string' ? found : '';
}

function words(event: TrailEvent, key: string): string {
  return fieldOf(event.detail, key);
}

function titled(what: string, desks: readonly string[]): string {
  return desks.length === 0 ? what : `${what} ke ${desks.join(', ')}`;
}

function agenda({ agendaNumber }: IncomingNames): string {
  return agendaNumber === null ? '' : `agenda masuk ${agendaNumber}`;
}

function joined(left: string, right: string): string {
  return right === '' ? left : `${left} · ${right}`;
}
