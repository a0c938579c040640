const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const NBSP = '\u00a0';

/** `2026-11-24` as "24 November 2026"; the spaces do not break. */
export function formatDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return [String(Number(day)), monthName(month), year].join(NBSP);
}

/** "…… November 2026" while the day is unknown; dots alone when the month is unknown too. */
export function formatPendingDate(month: string | null): string {
  if (month === null) return `……${NBSP}…………${NBSP}……`;
  const [year = '', number = ''] = month.split('-');
  return ['……', monthName(number), year].join(NBSP);
}

function monthName(month: string): string {
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) throw new RangeError(`no month ${month}`);
  return name;
}
