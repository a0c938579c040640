import { resolve } from 'node:path';
import { z } from 'zod';
import { type IntakeMailbox, readMailboxAddress } from './intake/mailbox-address.ts';

const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'LONTAR_DEMO harus 1 atau 0' })
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const mailboxes = z
  .string()
  .default('')
  .transform((text, context): IntakeMailbox[] =>
    text.split(/\s+/u).flatMap((address, index) => {
      const mailbox = address === '' ? undefined : readMailboxAddress(address);
      if (mailbox === null)
        context.addIssue({
          code: 'custom',
          message: `INTAKE_MAILBOXES harus berisi alamat seperti imaps://nama:sandi@surel.contoh.go.id:993/INBOX?unit=KODE; alamat ke-${index + 1} belum benar`,
        });
      return mailbox ?? [];
    }),
  );

const Environment = z
  .object({
    NODE_ENV: z
      .enum(['development', 'production', 'test'], { error: 'NODE_ENV harus development, production, atau test' })
      .default('development'),
    PORT: z.coerce
      .number({ error: 'PORT harus berupa angka, misalnya PORT=3000' })
      .int()
      .min(0)
      .max(65535)
      .default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('.data'),
    PUBLIC_URL: z.url({ error: 'PUBLIC_URL harus alamat lengkap, misalnya https://lontar.contoh.go.id' }).optional(),
    DATABASE_URL: z.string({ error: 'DATABASE_URL belum diisi: alamat PostgreSQL untuk peran lontar_app' }).min(1),
    MIGRATION_DATABASE_URL: z.string().optional(),
    RELAY_DATABASE_URL: z
      .string({ error: 'RELAY_DATABASE_URL belum diisi: alamat PostgreSQL untuk peran lontar_relay' })
      .min(1),
    QUEUE_DATABASE_URL: z.string().optional(),
    QUEUE_BACKEND: z
      .enum(['redis', 'postgres'], { error: 'QUEUE_BACKEND harus redis atau postgres' })
      .default('postgres'),
    REDIS_URL: z.string().optional(),
    SEAL_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/u, 'SEAL_KEY harus 64 angka heksadesimal (32 byte)')
      .optional(),
    SMTP_URL: z.string().optional(),
    MAIL_FROM: z.string().default('Lontar <lontar@contoh.go.id>'),
    TIMESTAMP_URL: z.url({ error: 'TIMESTAMP_URL harus alamat lengkap, misalnya https://tsa.contoh.go.id' }).optional(),
    LOG_LEVEL: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], {
        error: 'LOG_LEVEL harus salah satu dari silent, error, warn, info, debug',
      })
      .default('info'),
    BACKUP_DIR: z.string().min(1).optional(),
    BLOB_MIRROR_DIR: z.string().min(1).optional(),
    TRUSTED_PROXY: z.string().min(1).default('loopback'),
    DATABASE_POOL: z.coerce
      .number({ error: 'DATABASE_POOL harus angka 1 sampai 200' })
      .int('DATABASE_POOL harus angka bulat 1 sampai 200')
      .min(1, 'DATABASE_POOL harus angka 1 sampai 200')
      .max(200, 'DATABASE_POOL harus angka 1 sampai 200')
      .default(10),
    INTAKE_MAILBOXES: mailboxes,
    LONTAR_DEMO: flag,
  })
  .superRefine((env, context) => {
    const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    if (env.QUEUE_BACKEND === 'redis' && !env.REDIS_URL)
      refuse('REDIS_URL', 'REDIS_URL belum diisi padahal antrean memakai Redis');
    if (env.QUEUE_BACKEND === 'postgres' && !env.QUEUE_DATABASE_URL)
      refuse('QUEUE_DATABASE_URL', 'QUEUE_DATABASE_URL belum diisi: alamat PostgreSQL untuk peran lontar_queue');
    if (env.NODE_ENV !== 'production') return;
    if (!env.SEAL_KEY)
      refuse('SEAL_KEY', 'SEAL_KEY belum diisi: buat dengan `openssl rand -hex 32` dan simpan di luar basis data');
    if (env.LONTAR_DEMO)
      refuse('LONTAR_DEMO', 'Mode produksi menolak penyedia tanda tangan demonstrasi: hapus LONTAR_DEMO');
    if (!env.TIMESTAMP_URL) refuse('TIMESTAMP_URL', 'TIMESTAMP_URL belum diisi: alamat layanan cap waktu RFC 3161');
    if (!env.SMTP_URL) refuse('SMTP_URL', 'SMTP_URL belum diisi: server surel untuk mengirim surat ke luar');
    refusePlainAddress(env.PUBLIC_URL, (message) => refuse('PUBLIC_URL', message));
  });

/** Without https the session cookie can be read on the way. */
function refusePlainAddress(publicUrl: string | undefined, refuse: (message: string) => void): void {
  if (!publicUrl) refuse('PUBLIC_URL belum diisi: alamat yang dicetak pada kode QR surat');
  else if (!publicUrl.startsWith('https://'))
    refuse('PUBLIC_URL harus berawal https:// pada mode produksi: tanpa itu sesi dapat disadap');
}

export interface Config {
  mode: 'development' | 'production' | 'test';
  port: number;
  host: string;
  dataDir: string;
  /** Address people open and QR codes carry, without trailing slash. */
  publicUrl: string;
  databaseUrl: string;
  migrationDatabaseUrl: string | undefined;
  relayDatabaseUrl: string;
  databasePool: number;
  /** Addresses or networks whose X-Forwarded-For is believed, as Express takes them. */
  trustedProxies: string[];
  queue: { backend: 'redis'; url: string } | { backend: 'postgres'; url: string };
  sealKey: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Mailboxes whose messages become items of a unit's scan queue. */
  intakeMailboxes: IntakeMailbox[];
  timestampUrl: string;
  /** Second directory for the bytes of files, best on another disk. */
  blobMirrorDir: string | undefined;
  /** Where backups are made; health tells the age of the newest. */
  backupDir: string | undefined;
  logLevel: string;
  isDemo: boolean;
}

/** Raised once with every problem of the environment, one sentence each. */
export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads the whole environment at once; throws {@link ConfigError} that lists everything to set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message));
  const values = parsed.data;
  const publicUrl = (values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/$/u, '');
  return {
    mode: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    publicUrl,
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL,
    relayDatabaseUrl: values.RELAY_DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    trustedProxies: values.TRUSTED_PROXY.split(',').map((address) => address.trim()),
    queue:
      values.QUEUE_BACKEND === 'redis'
        ? { backend: 'redis', url: values.REDIS_URL ?? '' }
        : { backend: 'postgres', url: values.QUEUE_DATABASE_URL ?? '' },
    sealKey: values.SEAL_KEY,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    intakeMailboxes: values.INTAKE_MAILBOXES,
    timestampUrl: values.TIMESTAMP_URL ?? `http://${values.HOST}:${values.PORT}/demo-authority/tsa`,
    backupDir: values.BACKUP_DIR === undefined ? undefined : resolve(values.BACKUP_DIR),
    blobMirrorDir: values.BLOB_MIRROR_DIR === undefined ? undefined : resolve(values.BLOB_MIRROR_DIR),
    logLevel: values.LOG_LEVEL,
    isDemo: values.LONTAR_DEMO,
  };
}
