import type { Task } from './contract.ts';
import type { TaskRow } from './queries.ts';

const GRADE_ORDER = { sangat_segera: 0, segera: 1, biasa: 2 } as const;

/**
 * What to do next: overdue and today first, then "sangat segera" whatever its date, then by deadline, grade and the
 * longest wait. `today` is a business date.
 */
export function chooseNext(rows: readonly TaskRow[], today: string): TaskRow | undefined {
  const pressure = (row: TaskRow) => (row.dueDate !== null && row.dueDate <= today ? 0 : 1);
  const urgency = (row: TaskRow) => (row.handlingGrade === 'sangat_segera' ? 0 : 1);
  return [...rows].sort(
    (left, right) =>
      pressure(left) - pressure(right) ||
      urgency(left) - urgency(right) ||
      (left.dueDate ?? '9999').localeCompare(right.dueDate ?? '9999') ||
      GRADE_ORDER[left.handlingGrade] - GRADE_ORDER[right.handlingGrade] ||
      left.since.localeCompare(right.since),
  )[0];
}

const PATHS = { sign: '/ttd', initial: '/paraf', mend: '/konsep', read: '/masuk', disposition: '/disposisi' } as const;

export function describeTask(row: TaskRow): Task {
  return {
    kind: row.kind,
    path: `${PATHS[row.kind]}/${row.entityId}`,
    subject: row.subject,
    note: noteOf(row),
    handlingGrade: row.handlingGrade,
    securityClass: row.securityClass,
    dueDate: row.dueDate,
    since: row.since,
  };
}

function noteOf(row: TaskRow): string {
  switch (row.kind) {
    case 'sign':
      return `Perlu tanda tangan, dari ${row.about}${row.initialCount > 0 ? `. ${row.initialCount} paraf lengkap` : ''}`;
    case 'initial':
      return `Perlu paraf, dari ${row.about}`;
    case 'mend':
      return row.about === '' ? 'Perlu diperbaiki' : `Perlu diperbaiki, dikembalikan ${row.about}`;
    case 'read':
      return `Surat masuk, dari ${row.about}`;
    case 'disposition':
      return `Disposisi dari ${row.about}`;
  }
}
