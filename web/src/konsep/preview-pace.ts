/** The keys have rested when no change came for so long. */
export const PREVIEW_QUIET_MS = 200;
const GAP_MS = 1000;

/**
 * Milliseconds from a change to asking for its pages: soon after the keys rest, yet no more than once a second, so that
 * slow typing does not ask at every key. The first pages are asked for at once. Times are of one clock, in milliseconds.
 */
export function previewDelayMs(now: number, lastAskedAt: number | null): number {
  return lastAskedAt === null ? 0 : Math.max(PREVIEW_QUIET_MS, lastAskedAt + GAP_MS - now);
}
