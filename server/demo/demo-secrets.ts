/** Shared by every demonstration account; printed at start and useless outside the demonstration. */
export const DEMO_PASSWORD = 'lontar-demo-2026';
export const DEMO_PASSPHRASE = 'tanda-tangan-2026';
