/** Pause before the next attempt after so many failures in a row: 100 ms, doubled each time, 10 s at most. */
export function nextDelayMs(failures: number): number {
  return Math.min(100 * 2 ** Math.max(0, failures - 1), 10_000);
}
