import type { Task } from '../../../server/tasks/contract.ts';
import { daysUntil, formatDate } from '../format/dates.ts';
import type { BadgeTone } from '../kit/index.ts';

export const taskKinds: Record<Task['kind'], { label: string; tone: BadgeTone }> = {
  sign: { label: 'Perlu tanda tangan', tone: 'paraf' },
  initial: { label: 'Perlu paraf', tone: 'paraf' },
  mend: { label: 'Perlu diperbaiki', tone: 'dikembalikan' },
  read: { label: 'Surat masuk', tone: 'disposisi' },
  disposition: { label: 'Disposisi', tone: 'disposisi' },
};

/** The note beside a badge that already says the kind: "Perlu paraf, dari Bidang X" gives "Dari Bidang X." */
export function noteBesideKind(task: Pick<Task, 'kind' | 'note'>): string {
  const lead = `${taskKinds[task.kind].label}, `;
  const rest = task.note.startsWith(lead) ? task.note.slice(lead.length) : task.note;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1).replace(/\.?$/u, '.')}`;
}

/** "Tenggat besok, 26 November 2026." */
export function deadlineSentence(dueDate: string): string {
  const days = daysUntil(dueDate);
  const date = formatDate(dueDate);
  if (days < 0) return `Tenggat terlewat ${-days} hari, ${date}.`;
  if (days === 0) return `Tenggat hari ini, ${date}.`;
  return days === 1 ? `Tenggat besok, ${date}.` : `Tenggat ${days} hari lagi, ${date}.`;
}
