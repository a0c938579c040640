/** How a save ended when it did not succeed. */
export type SaveFailure = 'unreachable' | 'stale' | 'refused';

/** A draft kept on this device until the server has it. */
export interface LocalCopy<C> {
  content: C;
  /** The server's version that it was written on. */
  version: number;
  /** Milliseconds since 1970. */
  keptAt: number;
}

export interface SaverDoors<C> {
  put: (content: C, version: number, idempotencyKey: string) => Promise<{ version: number }>;
  /** What the server holds now. */
  read: () => Promise<{ content: C; version: number }>;
  keep: (copy: LocalCopy<C>) => Promise<void>;
  forget: () => Promise<void>;
  classify: (error: unknown) => SaveFailure;
  isSame: (left: C, right: C) => boolean;
  newKey: () => string;
  now: () => number;
}

export interface SaverState<C> {
  /** `dirty`: only on the screen; `kept`: on this device; `saved`: the server has it. */
  phase: 'saved' | 'dirty' | 'kept';
  isSaving: boolean;
  /** When the server last took it; null before the first save of this visit. */
  savedAt: number | null;
  /** Why the server refused; the content stays here and on the device. */
  problem: unknown;
  /** What somebody else saved meanwhile; nothing is sent until a person has chosen. */
  conflict: { content: C; version: number } | null;
}

export interface DraftSaver<C> {
  /** What is on the screen. */
  content: () => C;
  change: (content: C) => void;
  /** Goes on from a copy that this device kept; on an older version the server's content shows up as a conflict. */
  restore: (copy: LocalCopy<C>) => void;
  /** Sends what is pending now; true when the server has everything. */
  flush: () => Promise<boolean>;
  /** Ends a conflict: what is on the screen goes over the other's version. */
  overwrite: (content: C) => Promise<boolean>;
  /** Ends a conflict: the other's content becomes the base. */
  accept: () => void;
  version: () => number;
  state: () => SaverState<C>;
  subscribe: (listener: () => void) => () => void;
  /** Timers run between `resume` and `dispose`; a `flush` under way ends by itself. */
  resume: () => void;
  dispose: () => void;
}

interface Attempt<C> {
  content: C;
  version: number;
  key: string;
}

/** `again`: send once more at once; `more`: saved, but newer words wait; `stopped`: a person or a timer goes on. */
type Outcome = 'done' | 'more' | 'again' | 'stopped';

function shouldGoOn(outcome: Outcome, isHurried: boolean): boolean {
  return outcome === 'again' || (outcome === 'more' && isHurried);
}

const quietMs = 800;
const retryMs = [2_000, 5_000, 15_000, 30_000];

export interface SaverStart<C> {
  content: C;
  version: number;
  /** False where every save is an event of its own, as a correction under review: then only `flush` sends. */
  isAutomatic?: boolean;
}

/**
 * Saves a draft while it is written: 800 ms after the last change onto the device, then to the server with the version
 * it was written on. An unreachable server is asked again under the same key; a stale version is a conflict only when
 * the other's content differs from the base and from what is being sent, so that a lost answer is not one.
 */
export function createDraftSaver<C>(start: SaverStart<C>, doors: SaverDoors<C>): DraftSaver<C> {
  let { version } = start;
  let base: C | null = start.content;
  let latest = start.content;
  let pending: Attempt<C> | null = null;
  /** What may have reached the server although no answer came. */
  let uncertain: C | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isHurried = false;
  let isDisposed = false;
  let running: Promise<void> | null = null;
  let state: SaverState<C> = { phase: 'saved', isSaving: false, savedAt: null, problem: null, conflict: null };
  const listeners = new Set<() => void>();

  const set = (change: Partial<SaverState<C>>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const schedule = (delayMs: number): void => {
    clearTimeout(timer);
    if (!isDisposed) timer = setTimeout(() => void onTimer(), delayMs);
  };

  const onTimer = (): Promise<void> => (start.isAutomatic === false ? keep(latest) : run());

  const keep = async (content: C): Promise<void> => {
    try {
      await doors.keep({ content, version, keptAt: doors.now() });
      if (state.phase === 'dirty' && latest === content) set({ phase: 'kept' });
    } catch {
      // A device that keeps nothing still has the server; the state goes on saying "Belum tersimpan".
    }
  };

  const settle = async (content: C, next: number): Promise<Outcome> => {
    version = next;
    base = content;
    pending = null;
    uncertain = null;
    failures = 0;
    const isAll = latest === content;
    set({ savedAt: doors.now(), problem: null, ...(isAll ? { phase: 'saved' as const } : {}) });
    if (isAll) await doors.forget().catch(() => undefined);
    return isAll ? 'done' : 'more';
  };

  const reconcile = async (attempt: Attempt<C>): Promise<Outcome> => {
    const theirs = await doors.read();
    pending = null;
    if (doors.isSame(theirs.content, attempt.content)) return settle(attempt.content, theirs.version);
    const isOurs = [base, uncertain].some((known) => known !== null && doors.isSame(theirs.content, known));
    if (isOurs) {
      version = theirs.version;
      base = theirs.content;
      uncertain = null;
      return 'again';
    }
    set({ conflict: theirs });
    return 'stopped';
  };

  const fail = (error: unknown, attempt: Attempt<C>): Outcome | Promise<Outcome> => {
    const failure = doors.classify(error);
    if (failure === 'stale') return reconcile(attempt);
    if (failure === 'refused') {
      pending = null;
      set({ problem: error });
      return 'stopped';
    }
    uncertain = attempt.content;
    return wait();
  };

  const wait = (): Outcome => {
    schedule(retryMs[Math.min(failures, retryMs.length - 1)] ?? quietMs);
    failures += 1;
    return 'stopped';
  };

  const attemptFor = (content: C): Attempt<C> => {
    if (pending?.content !== content || pending.version !== version)
      pending = { content, version, key: doors.newKey() };
    return pending;
  };

  const sendOne = async (): Promise<Outcome> => {
    const content = latest;
    await keep(content);
    const attempt = attemptFor(content);
    try {
      const saved = await doors.put(content, attempt.version, attempt.key);
      return await settle(content, saved.version);
    } catch (error) {
      return await Promise.resolve(fail(error, attempt)).catch(wait);
    }
  };

  const sendAll = async (): Promise<void> => {
    set({ isSaving: true });
    let outcome: Outcome = 'again';
    while (state.phase !== 'saved' && state.conflict === null && shouldGoOn(outcome, isHurried))
      outcome = await sendOne();
    isHurried = false;
    set({ isSaving: false });
    if (outcome === 'more' && state.phase !== 'saved') schedule(quietMs);
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    running ??= sendAll().finally(() => {
      running = null;
    });
    return running;
  };

  const flush = async (): Promise<boolean> => {
    isHurried = true;
    await run();
    return state.phase === 'saved';
  };

  const change = (content: C): void => {
    latest = content;
    set({ phase: 'dirty', problem: null });
    if (state.conflict === null && running === null) schedule(quietMs);
  };

  return {
    content: () => latest,
    change,
    restore: (copy) => {
      if (copy.version !== start.version) base = null;
      version = copy.version;
      change(copy.content);
    },
    flush,
    overwrite: (content) => {
      if (state.conflict !== null) version = state.conflict.version;
      latest = content;
      set({ phase: 'dirty', conflict: null, problem: null });
      return flush();
    },
    accept: () => {
      if (state.conflict === null) return;
      latest = state.conflict.content;
      base = latest;
      version = state.conflict.version;
      set({ phase: 'saved', conflict: null, problem: null });
      doors.forget().catch(() => undefined);
    },
    version: () => version,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resume: () => {
      isDisposed = false;
      if (state.phase !== 'saved') schedule(quietMs);
    },
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
