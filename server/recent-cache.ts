/** Keeps the most recently used results of slow work; concurrent askers of one key share one run. */
export class RecentCache<T> {
  readonly #most: number;
  readonly #entries = new Map<string, Promise<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    this.#entries.delete(key);
    const entry = known ?? make();
    this.#entries.set(key, entry);
    if (!known) entry.catch(() => this.#entries.delete(key));
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#most) break;
      this.#entries.delete(oldest);
    }
    return entry;
  }
}
