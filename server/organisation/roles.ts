/** What a desk may be for a unit. `registry` does what receiver, controller and director of a split registry do together. */
export const ROLES = [
  'registry',
  'mail_receiver',
  'mail_controller',
  'mail_director',
  'archivist',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];
