import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from './db.ts';
import { AppError } from './errors.ts';

export interface ThrottleRule {
  /** Names the rule in the keys. */
  name: string;
  points: number;
  perSeconds: number;
  /** Waiting time once the points are used up; default: until the window ends. */
  blockSeconds?: number;
}

/** Counts attempts in Postgres, so that all API processes share one count. */
export interface Throttle {
  /** Takes a point; throws `throttled` with the seconds to wait when none is left. */
  take(rule: ThrottleRule, key: string): Promise<void>;
  /** Throws when no point is left, takes none. */
  check(rule: ThrottleRule, key: string): Promise<void>;
  forget(rule: ThrottleRule, key: string): Promise<void>;
}

export function openThrottle(db: Db): Throttle {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = (rule: ThrottleRule): RateLimiterPostgres => {
    let limiter = limiters.get(rule.name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: db.throttleStore(),
        storeType: 'knex',
        tableName: 'throttle',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: rule.name,
        points: rule.points,
        duration: rule.perSeconds,
        ...(rule.blockSeconds === undefined ? {} : { blockDuration: rule.blockSeconds }),
      });
      limiters.set(rule.name, limiter);
    }
    return limiter;
  };
  return {
    async take(rule, key) {
      try {
        await limiterOf(rule).consume(key);
      } catch (error) {
        throw asThrottled(error);
      }
    },
    async check(rule, key) {
      const state = await limiterOf(rule).get(key);
      if (state && state.remainingPoints <= 0 && state.msBeforeNext > 0) throw asThrottled(state);
    },
    async forget(rule, key) {
      await limiterOf(rule).delete(key);
    },
  };
}

function asThrottled(error: unknown): unknown {
  if (!(error instanceof RateLimiterRes)) return error;
  const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  return new AppError('throttled', {
    detail: `Terlalu banyak percobaan. Coba lagi ${seconds < 90 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`} lagi.`,
    retryAfterSeconds: seconds,
  });
}
