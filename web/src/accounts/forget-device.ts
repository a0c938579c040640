import { clearDeviceCache, keepOnlyCacheOf } from '../offline/device-cache.ts';

async function orNothing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    return;
  }
}

/** Drafts, letters and unsent commands kept on this device; no reason to stay logged in when the device keeps nothing. */
export async function forgetDevice(): Promise<void> {
  await orNothing(async () => (await import('../konsep/local-drafts.ts')).clearLocalDrafts());
  await orNothing(async () => (await import('../offline/device-outbox.ts')).clearOutbox());
  await orNothing(async () => (await import('../disposisi/held.ts')).forgetHeld());
  await orNothing(clearDeviceCache);
}

/** A session that was ended elsewhere: nothing stays to be read; unsent words wait for the same person. */
export async function forgetReading(): Promise<void> {
  await orNothing(clearDeviceCache);
}

/** After a log in: what another person's lost session left on this device. */
export async function forgetDeviceOfOthers(personId: string): Promise<void> {
  await orNothing(async () => (await import('../konsep/local-drafts.ts')).keepOnlyDraftsOf(personId));
  await orNothing(async () => (await import('../offline/device-outbox.ts')).keepOnlyOutboxOf(personId));
  await orNothing(() => keepOnlyCacheOf(personId));
}
