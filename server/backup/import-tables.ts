import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { BackupProblem } from './backup-problem.ts';
import type { Manifest } from './manifest.ts';
import { listForeignKeys, listTables, listTriggers, setSequence } from './table-queries.ts';
import type { Vault } from './vault.ts';

/**
 * Fills freshly made tables in the caller's transaction, as their owner. Foreign keys are taken off meanwhile and put on
 * again, which checks them; triggers rest, because what they did is in the rows.
 */
export async function importTables(client: pg.Client, vault: Vault, manifest: Manifest): Promise<void> {
  const quote = (name: string) => client.escapeIdentifier(name);
  const known = await listTables(client);
  const keys = await listForeignKeys(client);
  const triggers = await listTriggers(client);
  for (const { table, name } of keys) await client.query(`alter table ${quote(table)} drop constraint ${quote(name)}`);
  for (const { table, name } of triggers)
    await client.query(`alter table ${quote(table)} disable trigger ${quote(name)}`);
  // What the migrations themselves have put in is in the backup as well.
  await client.query(`truncate ${known.map(({ name }) => quote(name)).join(', ')}`);
  for (const table of manifest.tables) await importTable(client, vault, table);
  for (const sequence of manifest.sequences) await setSequence(client, sequence);
  for (const { table, name } of triggers)
    await client.query(`alter table ${quote(table)} enable trigger ${quote(name)}`);
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${quote(table)} add constraint ${quote(name)} ${definition}`);
}

async function importTable(client: pg.Client, vault: Vault, table: Manifest['tables'][number]): Promise<void> {
  const quote = (name: string) => client.escapeIdentifier(name);
  const stream = client.query(from(`copy ${quote(table.name)} (${table.columns.map(quote).join(', ')}) from stdin`));
  await pipeline(Readable.from(partsOf(vault, table.chunks)), stream);
  if (stream.rowCount !== table.rows)
    throw new BackupProblem(
      `Tabel ${table.name} berisi ${stream.rowCount} baris, padahal cadangannya menyebut ${table.rows}: pakai cadangan lain.`,
    );
}

async function* partsOf(vault: Vault, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) yield await vault.get(name);
}
