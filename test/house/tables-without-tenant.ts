/** Tables that do not begin with the agency, each with the reason; everything else is walled off by row-level security. */
export const WITHOUT_TENANT: ReadonlyMap<string, string> = new Map([
  ['agency', 'the tenant itself'],
  ['account', 'log in knows only the NIP, which is unique in the installation'],
  ['session', 'found by its hash before the agency is known'],
  ['verification_token', 'found by the public through QR or short code'],
  ['incoming_tracking', 'found by the public through the code on a receipt'],
  ['outbox', 'the relay dispatches for all agencies'],
  ['hint', 'one feed per API process'],
  ['audit_head', 'one row an agency, changed only by append_events'],
  ['signing_secret', 'unlogged, swept for all agencies'],
  ['archive_search', 'reached only through functions that ask agency and rights themselves'],
  ['heartbeat', 'one row for the workers of the installation'],
  ['throttle', 'counts attempts of visitors without agency'],
]);
