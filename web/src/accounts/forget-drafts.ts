async function orNothing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    return;
  }
}

/** Drafts kept on this device; loaded only now, and no reason to stay logged in when the device keeps nothing. */
export function forgetDrafts(): Promise<void> {
  return orNothing(async () => (await import('../konsep/local-drafts.ts')).clearLocalDrafts());
}

/** After a log in: words that another person's lost session left on this device. */
export function forgetDraftsOfOthers(personId: string): Promise<void> {
  return orNothing(async () => (await import('../konsep/local-drafts.ts')).keepOnlyDraftsOf(personId));
}
