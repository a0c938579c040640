import pg from 'pg';

/**
 * Does the work while this process holds a lock that Postgres gives to one session at a time; does nothing when another
 * process holds it. A process that dies gives it back by itself.
 */
export async function holdLock(url: string, name: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'lontar-lock' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ isHeld: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as "isHeld"',
      [`lontar ${name}`],
    );
    if (rows[0]?.isHeld === true) await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}
