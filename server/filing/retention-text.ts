export interface RetentionFacts {
  lifecycle: 'active' | 'inactive' | 'destroyed' | 'handed_over' | 'permanent';
  /** Year of the file (berkas). */
  year: number;
  activeYears: number | null;
  inactiveYears: number | null;
}

/** Short words for the retention of a record; the years count from the file's year until its closing date is known. */
export function retentionText({ lifecycle, year, activeYears, inactiveYears }: RetentionFacts): string {
  switch (lifecycle) {
    case 'active':
      return activeYears === null ? 'Aktif' : `Aktif s.d. ${year + activeYears}`;
    case 'inactive':
      return activeYears === null || inactiveYears === null
        ? 'Inaktif'
        : `Inaktif s.d. ${year + activeYears + inactiveYears}`;
    case 'permanent':
      return 'Permanen';
    case 'destroyed':
      return 'Dimusnahkan';
    case 'handed_over':
      return 'Diserahkan';
  }
}
