import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { cutRows, type CutPart } from './cut-rows.ts';
import type { Manifest } from './manifest.ts';
import { listTables, type Table } from './table-queries.ts';
import type { Vault } from './vault.ts';

/** Copies every table into the vault, inside the caller's snapshot. */
export async function exportTables(client: pg.Client, vault: Vault): Promise<Manifest['tables']> {
  const tables: Manifest['tables'] = [];
  for (const table of await listTables(client)) tables.push(await exportTable(client, vault, table));
  return tables;
}

async function exportTable(client: pg.Client, vault: Vault, table: Table): Promise<Manifest['tables'][number]> {
  const quote = (name: string) => client.escapeIdentifier(name);
  const columns = table.columns.map(quote).join(', ');
  const order = table.key.length === 0 ? '' : ` order by ${table.key.map(quote).join(', ')}`;
  const stream = client.query(to(`copy (select ${columns} from ${quote(table.name)}${order}) to stdout`));
  const cutter = cutRows();
  const found = { name: table.name, columns: table.columns, rows: 0, chunks: [] as string[] };
  const keep = async (parts: CutPart[]) => {
    for (const { content, rows } of parts) {
      found.chunks.push(await vault.put(content));
      found.rows += rows;
    }
  };
  await pipeline(stream, async (source: AsyncIterable<Buffer>) => {
    for await (const bytes of source) await keep(cutter.take(bytes));
  });
  await keep(cutter.end());
  return found;
}
