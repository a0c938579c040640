import pg from 'pg';

/** Looks at the database as its superuser, past row-level security. */
export async function rowsOf<R extends pg.QueryResultRow>(
  adminUrl: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  // A server that is killed by the test ends this connection too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<R>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

/** The one value of a query with one row and one column. */
export async function valueOf<T>(adminUrl: string, sql: string, values: readonly unknown[] = []): Promise<T> {
  const [row] = await rowsOf(adminUrl, sql, values);
  return Object.values(row ?? {})[0] as T;
}
