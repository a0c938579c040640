/** Indexes that do not begin with the agency, because their query goes through all agencies. */
export const INDEXES_WITHOUT_TENANT: Record<string, string> = {
  idempotency_age: 'sweep by age',
  letter_signing: 'sweep of letters that wait for their signature',
};
