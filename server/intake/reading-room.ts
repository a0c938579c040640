import { availableParallelism } from 'node:os';

/** Reading a scan keeps a core busy for long: half of them stay free for signing and delivery. */
const SEATS = Math.max(1, Math.floor(availableParallelism() / 2));
let taken = 0;

/** Runs the work when a seat of this process is free; undefined, at once, when none is. */
export async function inReadingRoom<T>(work: () => Promise<T>): Promise<{ result: T } | undefined> {
  if (taken >= SEATS) return undefined;
  taken += 1;
  try {
    return { result: await work() };
  } finally {
    taken -= 1;
  }
}
