/** A disposition that the server holds back for some seconds and that has reached nobody. */
export interface Held {
  id: string;
  incomingId: string;
  /** On the clock of `performance.now()`. */
  untilMs: number;
  totalMs: number;
}

/** The two clocks at one moment: that of the device goes on while the page is loaded again. */
interface Clock {
  device: number;
  page: number;
}

type KeptHeld = Omit<Held, 'untilMs'> & { endsAt: number };

/** What this tab held before it was loaded again, on the clock of the device; nothing of the letter is kept. */
export function readKept(text: string | null, clock: Clock): Held[] {
  if (text === null) return [];
  try {
    return (JSON.parse(text) as KeptHeld[]).flatMap(({ endsAt, ...one }) => {
      const leftMs = Math.min(one.totalMs, endsAt - clock.device);
      return leftMs > 0 ? [{ ...one, untilMs: clock.page + leftMs }] : [];
    });
  } catch {
    return [];
  }
}

/** The same for the next time the page is loaded. */
export function writeKept(held: readonly Held[], clock: Clock): string {
  return JSON.stringify(
    held.map(({ untilMs, ...one }): KeptHeld => ({ ...one, endsAt: clock.device + untilMs - clock.page })),
  );
}
