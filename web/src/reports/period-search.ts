const day = /^\d{4}-\d{2}-\d{2}$/;

/** The period as it stands in the address, as business dates. */
export interface PeriodSearch {
  dari?: string | undefined;
  sampai?: string | undefined;
}

export function readPeriodSearch(search: Record<string, unknown>): PeriodSearch {
  const one = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && day.test(value) ? value : undefined;
  };
  return { dari: one('dari'), sampai: one('sampai') };
}
