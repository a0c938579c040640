import { AppError } from '../errors.ts';
import { endOfOfficeHours } from '../letters/office-hours.ts';
import type { AgencyCalendar } from '../organisation/calendar.ts';
import { formatDate } from '../pdf/format-date.ts';

export interface Due {
  dueDate: string | null;
  dueAt: Date | null;
}

interface Wanted {
  dueDate: string | null;
  /** Deadline of the disposition above. */
  parentDueDate: string | null;
  today: string;
  /** Where it stands in the request. */
  path: string;
}

/**
 * The deadline as it will hold: the end of office hours of the date, that of the disposition above when none is named.
 * A day off is accepted as it is.
 * @throws AppError `invalid_input` in the past, `deadline_after_parent`
 */
export function checkDue({ dueDate, parentDueDate, today, path }: Wanted, calendar: AgencyCalendar): Due {
  if (dueDate !== null && dueDate < today)
    throw new AppError('invalid_input', {
      fields: [{ path, message: 'Tenggat sudah lewat. Pilih hari ini atau sesudahnya.' }],
    });
  if (dueDate !== null && parentDueDate !== null && dueDate > parentDueDate)
    throw new AppError('deadline_after_parent', {
      detail: `Tenggat paling lambat ${formatDate(parentDueDate)}, yaitu tenggat disposisi di atasnya.`,
      fields: [{ path, message: `Paling lambat ${formatDate(parentDueDate)}.` }],
    });
  return dueOf(dueDate ?? parentDueDate, calendar);
}

export function dueOf(dueDate: string | null, calendar: AgencyCalendar): Due {
  return { dueDate, dueAt: dueDate === null ? null : endOfOfficeHours(dueDate, calendar) };
}
