import type { ChainNode } from '../forms/disposition-chain.ts';
import type { DispositionCard } from '../forms/disposition-card.ts';
import type { DispositionForm } from '../forms/disposition-form.ts';
import type { Giver } from '../forms/form-parts.ts';
import { formatDate } from '../pdf/format-date.ts';
import type { DispositionItem } from './contract.ts';
import { letterFacts, type SheetSource } from './sheet-source.ts';
import type { ItemStatus } from './states.ts';
import type { ReportRow } from './tree-queries.ts';

const PRIVATE = 'Catatan pribadi';
const MOST_RECIPIENTS = 7;
const MOST_INSTRUCTIONS = 9;

/** The form of one disposition: its recipients ticked among the usual ones, one deadline or one for each. */
export function planForm(
  chosen: readonly DispositionItem[],
  usual: { titles: readonly string[]; wordings: readonly string[] },
): Pick<DispositionForm, 'recipients' | 'instructions' | 'dueDate' | 'note' | 'onwardRecipientCount'> {
  const dates = new Set(chosen.map(({ dueDate }) => dueDate));
  const isOneDate = dates.size === 1;
  const instructions = [...new Set(chosen.flatMap((item) => item.instructions))];
  const names = new Map(chosen.map((item) => [item.recipient.title, item]));
  const titles = shortList(usual.titles, [...names.keys()], MOST_RECIPIENTS);
  return {
    recipients: titles.map((title) => {
      const item = names.get(title);
      const due = item?.dueDate != null && !isOneDate ? ` – ${formatDate(item.dueDate)}` : '';
      return { title: `${title}${due}`, isTicked: item !== undefined, isCoordinator: item?.isPic ?? false };
    }),
    instructions: shortList(usual.wordings, instructions, MOST_INSTRUCTIONS).map((text) => ({
      text,
      isTicked: instructions.includes(text),
    })),
    dueDate: isOneDate ? (chosen[0]?.dueDate ?? null) : null,
    note: notesOf(chosen),
    onwardRecipientCount: chosen.reduce((sum, { below }) => sum + below.total, 0),
  };
}

/** What is ticked, and beside it as many of the usual lines as half a folio has room for, in their usual order. */
function shortList(usual: readonly string[], ticked: readonly string[], most: number): string[] {
  const room = Math.max(0, most - ticked.length);
  const others = new Set(usual.filter((line) => !ticked.includes(line)).slice(0, room));
  return [...new Set([...usual, ...ticked])].filter((line) => ticked.includes(line) || others.has(line));
}

function notesOf(items: readonly DispositionItem[]): string | null {
  const notes = [...new Set(items.map(noteOf).filter((note) => note !== null))];
  if (notes.length <= 1) return notes[0] ?? null;
  return items
    .flatMap((item) => (noteOf(item) === null ? [] : [`${item.recipient.shortTitle}: ${noteOf(item) ?? ''}`]))
    .join('\n');
}

function noteOf({ isHidden, isPrivate, note }: DispositionItem): string | null {
  if (isHidden && isPrivate) return PRIVATE;
  return note === '' ? null : note;
}

/** The card of a letter: where it went, oldest first, and what each giver said. */
export function planCard(source: SheetSource, giver: Giver): DispositionCard {
  const { row } = source.tree;
  const byTime = [...source.items].sort((left, right) => left.givenAt.localeCompare(right.givenAt));
  const byDisposition = new Map<string, DispositionItem[]>();
  for (const item of byTime)
    byDisposition.set(item.dispositionId, [...(byDisposition.get(item.dispositionId) ?? []), item]);
  const { sender, letterDate, letterNumber, agendaNumber } = letterFacts(source);
  const isSettled = row.status === 'done' || row.status === 'filed';
  return {
    ...source.mark,
    unitName: row.unitName,
    index: row.classificationName ?? '',
    classificationCode: row.classificationCode ?? '',
    agendaNumber,
    settledOn: isSettled
      ? (source.items
          .flatMap(({ closedAt }) => closedAt ?? [])
          .sort()
          .at(-1)
          ?.slice(0, 10) ?? null)
      : null,
    summary: row.summary === '' ? row.subject : row.summary,
    sender,
    letterDate,
    letterNumber,
    attachmentText: row.attachmentNote,
    forwards: byTime.map((item) => ({ recipient: item.recipient.title, at: item.receivedAt ?? item.givenAt })),
    instructions: [...byDisposition.values()].flatMap((items) => {
      const text = [[...new Set(items.flatMap(({ instructions }) => instructions))].join('; '), notesOf(items) ?? '']
        .filter((part) => part !== '')
        .join('\n');
      return text === '' ? [] : [{ giver: items[0]?.giverTitle ?? '', text }];
    }),
    giver,
  };
}

const STATE_LABELS: Record<ItemStatus, string> = {
  held: 'Belum terkirim',
  unread: 'Belum dibaca',
  read: 'Dibaca',
  in_progress: 'Dikerjakan',
  done: 'Selesai',
  returned: 'Dikembalikan',
  recalled: 'Ditarik kembali',
  undone: 'Dibatalkan',
};

/** Every visible disposition under the one that gave it. */
export function planChain(items: readonly DispositionItem[], reports: readonly ReportRow[]): ChainNode[] {
  const shown = new Set(items.map(({ id }) => id));
  const nodeOf = (item: DispositionItem): ChainNode => ({
    giver: item.giverTitle,
    recipient: item.recipient.title,
    isCoordinator: item.isPic,
    instructions: item.instructions,
    note: noteOf(item),
    dueDate: item.dueDate,
    stateLabel: item.isForced ? 'Ditutup paksa' : STATE_LABELS[item.status],
    isClosed: item.status === 'done',
    givenAt: item.givenAt,
    readAt: item.readAt,
    doneAt: item.status === 'done' ? item.closedAt : null,
    recordedBy: item.recordedBy,
    reports: item.isHidden
      ? []
      : reports
          .filter(({ itemId }) => itemId === item.id)
          .map(({ reportedAt, authorName, text }) => ({ at: reportedAt, by: authorName, text })),
    children: items.filter(({ parentItemId }) => parentItemId === item.id).map(nodeOf),
  });
  return items.filter(({ parentItemId }) => parentItemId === null || !shown.has(parentItemId)).map(nodeOf);
}
