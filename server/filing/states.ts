/** States of a file (berkas) and what may be done to it: the table that API, database and buttons share. */
export const FILE_STATUSES = ['open', 'closed', 'merged'] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

export const LIFECYCLES = ['active', 'inactive', 'destroyed', 'handed_over', 'permanent'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

export const FILE_ACTIONS = ['add', 'edit', 'close', 'reopen', 'set_trigger', 'merge', 'lend', 'hold'] as const;
export type FileAction = (typeof FILE_ACTIONS)[number];

const BY_STATUS: Record<FileStatus, readonly FileAction[]> = {
  open: ['add', 'edit', 'close', 'merge', 'lend', 'hold'],
  closed: ['edit', 'reopen', 'set_trigger', 'lend', 'hold'],
  merged: [],
};
const BY_LIFECYCLE: Record<Lifecycle, readonly FileAction[]> = {
  active: FILE_ACTIONS,
  inactive: ['edit', 'lend', 'hold'],
  permanent: ['edit', 'lend', 'hold'],
  destroyed: [],
  handed_over: [],
};

/** Whether state and life of a file allow an action; who may do it is asked elsewhere. */
export function isFileActionPossible(file: { status: FileStatus; lifecycle: Lifecycle }, action: FileAction): boolean {
  return BY_STATUS[file.status].includes(action) && BY_LIFECYCLE[file.lifecycle].includes(action);
}

/** `014/2026`, as it is printed on lists and labels. */
export function fileNumber(file: { number: number; year: number }): string {
  return `${String(file.number).padStart(3, '0')}/${file.year}`;
}
