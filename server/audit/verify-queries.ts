import type pg from 'pg';
import { z } from 'zod';
import type { LogRow } from './verify-log.ts';
import type { CheckableRoot } from './verify-roots.ts';

const PAGE = 5000;

const Agency = z.object({ agencyId: z.uuid(), name: z.string() });

export async function listAgencies(client: pg.Client, agencyId?: string): Promise<z.output<typeof Agency>[]> {
  const sql = `select id as "agencyId", name from agency where $1::uuid is null or id = $1::uuid order by id`;
  return z.array(Agency).parse((await client.query(sql, [agencyId ?? null])).rows);
}

export interface Partition {
  name: string;
  from: number;
  /** Not included; Infinity for the last. */
  to: number;
}

const PartitionRow = z.object({ name: z.string(), bounds: z.string() });

export async function listPartitions(client: pg.Client): Promise<Partition[]> {
  const { rows } = await client.query(
    `select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bounds
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'public.event'::regclass order by 1`,
  );
  return z
    .array(PartitionRow)
    .parse(rows)
    .map(({ name, bounds }) => {
      const [, from, to] = /FROM \('(\d+)'\) TO \((?:'(\d+)'|MAXVALUE)\)/u.exec(bounds) ?? [];
      return { name, from: Number(from), to: to === undefined ? Infinity : Number(to) };
    });
}

const Name = z.object({ name: z.string() });

/** Tables with the columns of the log that are no part of it. */
export async function listLooseTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'event'
       and a.attname in ('agency_id', 'seq', 'body', 'hash') group by c.relname having count(*) = 4 order by 1`,
  );
  return z
    .array(Name)
    .parse(rows)
    .map(({ name }) => name);
}

const Stranger = z.object({ id: z.uuid() });

/** Agencies that have events but no row of their own; found by hopping from one agency to the next in the key. */
export async function listStrangers(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `with recursive hop(id) as (
       (select agency_id from event order by agency_id limit 1)
       union all
       select (select e.agency_id from event e where e.agency_id > hop.id order by e.agency_id limit 1) from hop where hop.id is not null)
     select id from hop where id is not null and not exists (select from agency a where a.id = hop.id)`,
  );
  return z
    .array(Stranger)
    .parse(rows)
    .map(({ id }) => id);
}

const Head = z.object({ seq: z.coerce.number(), hash: z.instanceof(Buffer) });

export async function findHead(client: pg.Client, agencyId: string): Promise<z.output<typeof Head> | undefined> {
  const { rows } = await client.query('select seq, hash from audit_head where agency_id = $1', [agencyId]);
  return rows.length === 0 ? undefined : Head.parse(rows[0]);
}

const Root = z.object({
  agencyId: z.uuid(),
  seq: z.coerce.number(),
  root: z.string(),
  previousSeq: z.coerce.number(),
  previousRoot: z.string(),
  madeAt: z.date().transform((moment) => moment.toISOString()),
  publicKey: z.instanceof(Buffer),
  signature: z.instanceof(Buffer),
  timestampToken: z.instanceof(Buffer).nullable(),
});

export async function listAllRoots(client: pg.Client, agencyId: string): Promise<CheckableRoot[]> {
  const { rows } = await client.query(
    `select agency_id as "agencyId", seq, encode(root, 'hex') as root, previous_seq as "previousSeq",
       encode(previous_root, 'hex') as "previousRoot", made_at as "madeAt", public_key as "publicKey", signature,
       timestamp_token as "timestampToken" from audit_root where agency_id = $1 order by seq`,
    [agencyId],
  );
  return z.array(Root).parse(rows);
}

/** Every event of the agency in order; a cursor keeps memory small however long the log is. */
export async function eachEvent(client: pg.Client, agencyId: string, take: (row: LogRow) => void): Promise<void> {
  if (!/^[0-9a-f-]{36}$/u.test(agencyId)) throw new Error('an agency is named by its UUID');
  await client.query(
    `declare log no scroll cursor for
     select e.seq::float8, e.at::text, e.action, e.letter_id, e.body, e.hash, p.relname
     from event e join pg_class p on p.oid = e.tableoid where e.agency_id = '${agencyId}' order by e.seq`,
  );
  for (;;) {
    const { rows } = await client.query<[number, string, string, string | null, string, Buffer, string]>({
      text: `fetch ${PAGE} from log`,
      rowMode: 'array',
    });
    for (const [seq, at, action, letterId, body, hash, partition] of rows)
      take({ seq, at, action, letterId, body, hash, partition });
    if (rows.length < PAGE) break;
  }
  await client.query('close log');
}
