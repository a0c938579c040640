import type pg from 'pg';
import { z } from 'zod';

/** What has no meaning after a restore: work in progress of processes that are gone, and sessions, which are opened anew. */
const LEFT_OUT = ['knex_migrations', 'knex_migrations_lock', 'throttle', 'heartbeat', 'hint', 'session'];

const Table = z.object({ name: z.string(), columns: z.array(z.string()), key: z.array(z.string()), owner: z.string() });
export type Table = z.output<typeof Table>;

/** Every table whose rows are kept, with its stored columns and its key. Unlogged tables hold nothing worth keeping. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query(
    `select c.relname as name, pg_get_userbyid(c.relowner) as owner,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce((select array_agg(a.attname::text order by k.place) from pg_index i
         cross join lateral unnest(i.indkey) with ordinality as k(attnum, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary), '{}') as key
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 'u'
       and c.relname <> all($1) order by 1`,
    [LEFT_OUT],
  );
  return z.array(Table).parse(rows);
}

const Sequence = z.object({ name: z.string() });
const SequenceState = z.object({ value: z.string(), isCalled: z.boolean() });

export async function listSequences(client: pg.Client): Promise<{ name: string; value: string; isCalled: boolean }[]> {
  const { rows } = await client.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
       and c.relname not like 'knex%' order by 1`,
  );
  const found: { name: string; value: string; isCalled: boolean }[] = [];
  for (const { name } of z.array(Sequence).parse(rows)) {
    const sql = `select last_value::text as value, is_called as "isCalled" from ${client.escapeIdentifier(name)}`;
    found.push({ name, ...SequenceState.parse((await client.query(sql)).rows[0]) });
  }
  return found;
}

export async function setSequence(
  client: pg.Client,
  { name, value, isCalled }: { name: string; value: string; isCalled: boolean },
): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3)', [client.escapeIdentifier(name), value, isCalled]);
}

const Name = z.object({ name: z.string() });

export async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query('select name from knex_migrations order by id');
  return z
    .array(Name)
    .parse(rows)
    .map(({ name }) => name);
}

const Key = z.object({ table: z.string(), name: z.string(), definition: z.string() });
export type ForeignKey = z.output<typeof Key>;

/** Foreign keys as they were declared; those that a partition inherits come and go with their parent's. */
export async function listForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.connamespace = 'public'::regnamespace and k.contype = 'f' and k.conparentid = 0 order by 1, 2`,
  );
  return z.array(Key).parse(rows);
}

const Trigger = z.object({ table: z.string(), name: z.string() });
export type Trigger = z.output<typeof Trigger>;

export async function listTriggers(client: pg.Client): Promise<Trigger[]> {
  const { rows } = await client.query(
    `select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled = 'O' and t.tgparentid = 0 order by 1, 2`,
  );
  return z.array(Trigger).parse(rows);
}

export async function countPublicTables(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from pg_tables where schemaname = 'public'`);
  return Number(rows[0]?.count ?? 0);
}

const Anchor = z.object({
  agencyId: z.uuid(),
  seq: z.coerce.number(),
  hash: z.string(),
  rootSeq: z.coerce.number(),
  root: z.string(),
});
export type Anchor = z.output<typeof Anchor>;

/** Where each agency's log ends, and its newest signed root. */
export async function listAnchors(client: pg.Client): Promise<Anchor[]> {
  const { rows } = await client.query(
    `select h.agency_id as "agencyId", h.seq, encode(h.hash, 'hex') as hash, coalesce(r.seq, 0) as "rootSeq",
       coalesce(encode(r.root, 'hex'), '') as root
     from audit_head h left join lateral (
       select seq, root from audit_root where agency_id = h.agency_id order by seq desc limit 1) r on true order by 1`,
  );
  return z.array(Anchor).parse(rows);
}

const Blob = z.object({ agencyId: z.uuid(), sha256: z.string(), sizeBytes: z.coerce.number() });
export type BlobKey = z.output<typeof Blob>;

export async function listBlobs(client: pg.Client): Promise<BlobKey[]> {
  const { rows } = await client.query(
    `select agency_id as "agencyId", sha256, size_bytes as "sizeBytes" from blob order by agency_id, sha256`,
  );
  return z.array(Blob).parse(rows);
}

const Destroyed = z.object({ agencyId: z.uuid(), sha256: z.string() });

/** Bytes that disposal has taken out of the store. */
export async function listDestroyedBlobs(client: pg.Client): Promise<z.output<typeof Destroyed>[]> {
  const { rows: known } = await client.query<{ name: string | null }>(
    `select to_regclass('public.destroyed_blob') as name`,
  );
  if (known[0]?.name === null) return [];
  const { rows } = await client.query(
    `select distinct agency_id as "agencyId", sha256 from destroyed_blob where removed_at is not null order by 1, 2`,
  );
  return z.array(Destroyed).parse(rows);
}
