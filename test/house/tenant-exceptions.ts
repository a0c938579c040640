/** Tables that belong to no agency, or whose rows are found before the agency is known; each is read by one named query. */
export const TABLES_WITHOUT_TENANT: Record<string, string> = {
  agency: 'it is the tenant',
  account: 'a NIP signs in before its agency is known',
  session: 'a cookie is looked up before its agency is known',
  throttle: 'attempts are counted before anybody is known',
  verification_token: 'the public page knows only the token',
  outbox: 'the relay serves all agencies',
  hint: 'one listener serves the event streams of all agencies',
  signing_secret: 'swept by age whatever the agency; sealed to agency and letter',
  audit_head: 'reached only through append_events',
  letter_search:
    'reached only through functions that take agency and rights (row-level security would switch its indexes off)',
};

/** Indexes that do not begin with the agency, because their query goes through all agencies. */
export const INDEXES_WITHOUT_TENANT: Record<string, string> = {
  idempotency_age: 'sweep by age',
  letter_signing: 'sweep of letters that wait for their signature',
};
