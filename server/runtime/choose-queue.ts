import { describeRedis } from './ask-redis.ts';
import type { ServiceHome } from './prepare-service-home.ts';
import { findRedisServer, startRedis, type LocalRedis } from './start-redis.ts';
import { StartupError } from './startup-error.ts';
import { hideSecret } from './wait-for-postgres.ts';

export type QueueChoice = { backend: 'redis'; url: string; local: LocalRedis | undefined } | { backend: 'postgres' };

export interface QueueWish {
  redisUrl?: string | undefined;
  /** Fixes the backend; otherwise Redis where there is one, else Postgres. */
  backend?: 'redis' | 'postgres' | undefined;
  home: () => ServiceHome;
  say: (line: string) => void;
  /** Search path for redis-server; that of this process by default. */
  path?: string;
}

const OLDEST_REDIS = [6, 2];

/** REDIS_URL, then a Redis or Valkey on this machine, then the database itself. */
export async function chooseQueue(wish: QueueWish): Promise<QueueChoice> {
  if (wish.backend === 'postgres') return { backend: 'postgres' };
  if (wish.redisUrl !== undefined) return useGivenRedis(wish.redisUrl);
  const binary = findRedisServer(wish.path);
  if (binary !== undefined) {
    const local = await startRedis(wish.home(), binary);
    const { version } = await describeRedis(local.url);
    if (isRecent(version)) return { backend: 'redis', url: local.url, local };
    await local.stop();
    wish.say(`Redis ${version.join('.')} di komputer ini terlalu lama (perlu 6.2); antrean memakai PostgreSQL.`);
  }
  if (wish.backend === 'redis')
    throw new StartupError(
      'Redis tidak ditemukan padahal diminta: pasang redis-server 6.2 atau lebih baru, atau isi REDIS_URL.',
    );
  return { backend: 'postgres' };
}

async function useGivenRedis(url: string): Promise<QueueChoice> {
  const found = await describeRedis(url).catch((error: unknown) => {
    const reason = error instanceof Error && error.message !== '' ? error.message : String(error);
    throw new StartupError(`Redis di ${hideSecret(url)} (REDIS_URL) tidak menjawab: ${reason}.`);
  });
  if (!isRecent(found.version))
    throw new StartupError(`Redis ${found.version.join('.')} di REDIS_URL terlalu lama: perlu 6.2 atau lebih baru.`);
  return { backend: 'redis', url, local: undefined };
}

function isRecent([major = 0, minor = 0]: number[]): boolean {
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_REDIS;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
