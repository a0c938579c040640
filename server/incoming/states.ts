/** States of an incoming letter and what moves it: the table that API, database and buttons share. */
export const INCOMING_STATUSES = ['registered', 'directed', 'in_progress', 'done', 'filed', 'cancelled'] as const;
export type IncomingStatus = (typeof INCOMING_STATUSES)[number];

export const INCOMING_ACTIONS = ['correct', 'cancel', 'direct', 'forward', 'dispose', 'finish', 'file'] as const;
export type IncomingAction = (typeof INCOMING_ACTIONS)[number];

const NEXT: Record<IncomingStatus, Partial<Record<IncomingAction, IncomingStatus>>> = {
  registered: {
    correct: 'registered',
    cancel: 'cancelled',
    direct: 'directed',
    forward: 'directed',
    dispose: 'in_progress',
    finish: 'done',
  },
  directed: {
    correct: 'directed',
    cancel: 'cancelled',
    direct: 'directed',
    forward: 'directed',
    dispose: 'in_progress',
    finish: 'done',
  },
  in_progress: {
    correct: 'in_progress',
    direct: 'in_progress',
    forward: 'in_progress',
    dispose: 'in_progress',
    finish: 'done',
  },
  done: { correct: 'done', dispose: 'in_progress', file: 'filed' },
  filed: { dispose: 'in_progress' },
  cancelled: {},
};

/** Where an action leads from a state, or undefined when it is not possible there. */
export function nextIncomingStatus(status: IncomingStatus, action: IncomingAction): IncomingStatus | undefined {
  return NEXT[status][action];
}
