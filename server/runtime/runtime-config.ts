import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError, readConfig } from '../config.ts';

const url = (name: string, schemes: string[], example: string) =>
  z
    .string()
    .refine((value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)) && URL.canParse(value), {
      error: `${name} harus alamat lengkap, misalnya ${example}`,
    })
    .optional();
const postgresUrl = (name: string) =>
  url(name, ['postgres', 'postgresql'], 'postgres://pengguna:sandi@server:5432/lontar');

const Environment = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'NODE_ENV harus development atau production' })
    .default('development'),
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/u.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
      error: 'PORT harus angka dari 1 sampai 65535, misalnya PORT=3000',
    })
    .transform(Number)
    .default(3000),
  HOST: z.string().min(1, 'HOST kosong: isi misalnya HOST=127.0.0.1 atau hapus').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'DATA_DIR kosong: isi nama folder atau hapus').default('.data'),
  DATABASE_URL: postgresUrl('DATABASE_URL'),
  MIGRATION_DATABASE_URL: postgresUrl('MIGRATION_DATABASE_URL'),
  RELAY_DATABASE_URL: postgresUrl('RELAY_DATABASE_URL'),
  QUEUE_DATABASE_URL: postgresUrl('QUEUE_DATABASE_URL'),
  REDIS_URL: url('REDIS_URL', ['redis', 'rediss'], 'redis://:sandi@server:6379'),
  QUEUE_BACKEND: z
    .enum(['redis', 'postgres'], { error: 'QUEUE_BACKEND harus redis atau postgres, atau hapus agar dipilihkan' })
    .optional(),
  PUBLIC_URL: z.string().optional(),
  BACKUP_DIR: z.string().optional(),
  LONTAR_ALLOW_EMBEDDED: z.string().optional(),
});

export interface RuntimeConfig {
  isProduction: boolean;
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** What a person types into the browser. */
  address: string;
  databaseUrl: string | undefined;
  migrationDatabaseUrl: string | undefined;
  relayDatabaseUrl: string | undefined;
  queueDatabaseUrl: string | undefined;
  redisUrl: string | undefined;
  queueBackend: 'redis' | 'postgres' | undefined;
  /** Where a backup is made every day. */
  backupDir: string | undefined;
}

/**
 * Reads what the supervisor needs, and lets the application's own reader look at the rest before anything is started.
 * @throws ConfigError with every problem at once
 */
export function readRuntimeConfig(given: NodeJS.ProcessEnv): RuntimeConfig {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(env);
  const problems = parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  if (parsed.success) problems.push(...contradictions(parsed.data));
  const all = new Set([...problems, ...applicationProblems(env)]);
  if (!parsed.success || all.size > 0) throw new ConfigError([...all]);
  const values = parsed.data;
  return {
    isProduction: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    address: values.PUBLIC_URL ?? `http://${shownHost(values.HOST)}:${values.PORT}`,
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL,
    relayDatabaseUrl: values.RELAY_DATABASE_URL,
    queueDatabaseUrl: values.QUEUE_DATABASE_URL,
    redisUrl: values.REDIS_URL,
    queueBackend: values.QUEUE_BACKEND,
    backupDir: values.BACKUP_DIR === undefined ? undefined : resolve(values.BACKUP_DIR),
  };
}

function contradictions(values: z.output<typeof Environment>): string[] {
  const problems: string[] = [];
  if (values.NODE_ENV === 'production' && values.DATABASE_URL === undefined && values.LONTAR_ALLOW_EMBEDDED !== '1')
    problems.push(
      'DATABASE_URL belum diisi: mode produksi memerlukan server PostgreSQL sendiri (atau LONTAR_ALLOW_EMBEDDED=1 bila PostgreSQL bawaan memang dikehendaki)',
    );
  const dependent = ['MIGRATION_DATABASE_URL', 'RELAY_DATABASE_URL', 'QUEUE_DATABASE_URL'] as const;
  for (const name of dependent)
    if (values.DATABASE_URL === undefined && values[name] !== undefined)
      problems.push(`${name} diisi tanpa DATABASE_URL: isi DATABASE_URL juga, atau hapus ${name}`);
  return problems;
}

/** Problems of the settings that the application reads itself, with what the supervisor provides put in. */
function applicationProblems(env: Record<string, string | undefined>): string[] {
  const provided = {
    PORT: '3000',
    HOST: '127.0.0.1',
    DATA_DIR: '.data',
    DATABASE_URL: 'postgres://provided',
    RELAY_DATABASE_URL: 'postgres://provided',
    QUEUE_DATABASE_URL: 'postgres://provided',
    QUEUE_BACKEND: 'postgres',
  };
  const isProduction = env['NODE_ENV'] === 'production';
  try {
    readConfig({ ...env, ...provided, NODE_ENV: isProduction ? 'production' : 'development' });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
