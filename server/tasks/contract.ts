import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { LetterListItem } from '../letters/contract.ts';

export const Counts = z.object({
  incomingUnread: z.int(),
  /** Queue items of the units whose registry this desk is. */
  intakeWaiting: z.int(),
  /** Proposals of penyusutan that wait for this desk. */
  disposalsWaiting: z.int(),
  /** Dispositions on this desk that nobody has ended, and those past their deadline while their clock runs. */
  dispositionsOpen: z.int(),
  dispositionsLate: z.int(),
  /** Items that wait for a file (berkas) in the units whose archivist this desk is. */
  recordsUnfiled: z.int(),
  toInitial: z.int(),
  toSign: z.int(),
  drafts: z.int(),
  returned: z.int(),
  /** Letters that wait for a certificate or timestamp service. */
  waitingInSigning: z.int(),
});

export const getCountsEndpoint = endpoint({
  method: 'get',
  path: '/counts',
  tag: 'beranda',
  summary: 'Numbers on the navigation',
  access: 'desk',
  right: 'own desk',
  response: Counts,
  errors: [],
});

/** One thing that waits for this desk. */
export const Task = z.object({
  kind: z.enum(['sign', 'initial', 'mend', 'read', 'disposition']),
  /** Screen that does it, e.g. /ttd/<id>. */
  path: z.string(),
  subject: z.string(),
  note: z.string(),
  handlingGrade: z.enum(['biasa', 'segera', 'sangat_segera']),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  dueDate: z.iso.date().nullable(),
  since: z.iso.datetime(),
});
export type Task = z.output<typeof Task>;

export const getHomeEndpoint = endpoint({
  method: 'get',
  path: '/home',
  tag: 'beranda',
  summary: 'What waits for this desk, nearest deadlines, unfinished drafts, savings of the month',
  access: 'desk',
  right: 'own desk',
  response: z.object({
    counts: Counts.extend({
      urgentUnread: z.int(),
      urgentToSign: z.int(),
      changedSinceInitial: z.int(),
      unopenedToSign: z.int(),
    }),
    next: Task.nullable(),
    taskCount: z.int(),
    deadlines: z.array(Task),
    drafts: z.array(LetterListItem),
    savings: z.object({
      rupiah: z.int(),
      sheets: z.int(),
      paperRupiah: z.int(),
      tonerRupiah: z.int(),
      courierRupiah: z.int(),
      months: z.array(z.object({ month: z.string(), rupiah: z.int() })),
    }),
  }),
  errors: [],
});
