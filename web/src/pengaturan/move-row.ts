/** The rows with one moved up (-1) or down (1); unchanged at the ends. */
export function moveRow<T>(rows: readonly T[], at: number, step: 1 | -1): T[] {
  const next = [...rows];
  const row = next[at];
  if (row === undefined || at + step < 0 || at + step >= rows.length) return next;
  next.splice(at, 1);
  next.splice(at + step, 0, row);
  return next;
}
