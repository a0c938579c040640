/** States of a disposition at one recipient and what moves it: the table that API, database and buttons share. */
export const ITEM_STATUSES = [
  'held',
  'unread',
  'read',
  'in_progress',
  'done',
  'returned',
  'recalled',
  'undone',
] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Statuses in which the recipient still has something to do. */
export const OPEN_STATUSES = ['unread', 'read', 'in_progress'] as const satisfies readonly ItemStatus[];

export const ITEM_ACTIONS = [
  'deliver',
  'undo',
  'read',
  'start',
  'dispose',
  'report',
  'close',
  'reopen',
  'return',
  'recall',
  'pause',
  'resume',
  'set_due',
  'remind',
  'message',
] as const;
export type ItemAction = (typeof ITEM_ACTIONS)[number];

const WHILE_OPEN = { set_due: 'same', remind: 'same', pause: 'same', resume: 'same', message: 'same' } as const;

const NEXT: Record<ItemStatus, Partial<Record<ItemAction, ItemStatus | 'same'>>> = {
  held: { deliver: 'unread', undo: 'undone' },
  unread: {
    read: 'read',
    start: 'in_progress',
    dispose: 'in_progress',
    report: 'in_progress',
    close: 'done',
    return: 'returned',
    recall: 'recalled',
    ...WHILE_OPEN,
  },
  read: {
    start: 'in_progress',
    dispose: 'in_progress',
    report: 'in_progress',
    close: 'done',
    return: 'returned',
    recall: 'recalled',
    ...WHILE_OPEN,
  },
  in_progress: {
    dispose: 'in_progress',
    report: 'in_progress',
    close: 'done',
    return: 'returned',
    recall: 'recalled',
    ...WHILE_OPEN,
  },
  done: { reopen: 'in_progress', message: 'same' },
  returned: { message: 'same' },
  recalled: {},
  undone: {},
};

/** Where an action leads from a status, or undefined when it is not possible there. */
export function nextItemStatus(status: ItemStatus, action: ItemAction): ItemStatus | undefined {
  const next = NEXT[status][action];
  return next === 'same' ? status : next;
}
