import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

const RootRow = z.object({
  agencyId: z.uuid(),
  seq: z.number(),
  root: z.string(),
  previousSeq: z.number(),
  previousRoot: z.string(),
  madeAt: z.string(),
  publicKey: z.instanceof(Buffer),
  signature: z.instanceof(Buffer),
  timestampedAt: z.string().nullable(),
});
export type RootRow = z.output<typeof RootRow>;

const ROOT_COLUMNS = `agency_id, seq, encode(root, 'hex') as root, previous_seq, encode(previous_root, 'hex') as previous_root, made_at,
  public_key, signature, timestamped_at`;

export function findLastRoot(tx: Tx, agencyId: string): Promise<RootRow | undefined> {
  const sql = `select ${ROOT_COLUMNS} from audit_root where agency_id = :agencyId order by seq desc limit 1`;
  return one(tx, sql, { agencyId }, RootRow);
}

export function findRoot(tx: Tx, agencyId: string, seq: number): Promise<RootRow | undefined> {
  const sql = `select ${ROOT_COLUMNS} from audit_root where agency_id = :agencyId and seq = :seq`;
  return one(tx, sql, { agencyId, seq }, RootRow);
}

/** The first root that covers the event. */
export function findRootOver(tx: Tx, agencyId: string, seq: number): Promise<RootRow | undefined> {
  const sql = `select ${ROOT_COLUMNS} from audit_root where agency_id = :agencyId and seq >= :seq order by seq limit 1`;
  return one(tx, sql, { agencyId, seq }, RootRow);
}

/** Newest first, below a number. */
export function listRootsBelow(tx: Tx, agencyId: string, belowSeq: number, limit: number): Promise<RootRow[]> {
  return many(
    tx,
    `select ${ROOT_COLUMNS} from audit_root where agency_id = :agencyId and seq < :belowSeq order by seq desc limit :limit`,
    { agencyId, belowSeq, limit },
    RootRow,
  );
}

/** Oldest first, above a number. */
export function listRootsAbove(tx: Tx, agencyId: string, aboveSeq: number, limit: number): Promise<RootRow[]> {
  return many(
    tx,
    `select ${ROOT_COLUMNS} from audit_root where agency_id = :agencyId and seq > :aboveSeq order by seq limit :limit`,
    { agencyId, aboveSeq, limit },
    RootRow,
  );
}

/** Newest first: one token over the newest root covers all before it. */
export function listUnstampedRoots(tx: Tx, agencyId: string, limit: number): Promise<RootRow[]> {
  return many(
    tx,
    `select ${ROOT_COLUMNS} from audit_root where agency_id = :agencyId and timestamp_token is null order by seq desc limit :limit`,
    { agencyId, limit },
    RootRow,
  );
}

export async function insertRoot(tx: Tx, root: Omit<RootRow, 'timestampedAt'>): Promise<void> {
  await run(
    tx,
    `insert into audit_root (agency_id, seq, root, previous_seq, previous_root, made_at, public_key, signature)
     values (:agencyId, :seq, decode(:root, 'hex'), :previousSeq, decode(:previousRoot, 'hex'), :madeAt, :publicKey, :signature)`,
    root,
  );
}

export async function setTimestamp(
  tx: Tx,
  stamped: { agencyId: string; seq: number; token: Buffer; now: Date },
): Promise<void> {
  await run(
    tx,
    `update audit_root set timestamp_token = :token, timestamped_at = :now
     where agency_id = :agencyId and seq = :seq and timestamp_token is null`,
    stamped,
  );
}

const Token = z.object({ token: z.instanceof(Buffer) });

export async function findTimestampToken(tx: Tx, agencyId: string, seq: number): Promise<Buffer | undefined> {
  const sql = `select timestamp_token as token from audit_root where agency_id = :agencyId and seq = :seq and timestamp_token is not null`;
  return (await one(tx, sql, { agencyId, seq }, Token))?.token;
}

/** Whole subtrees; doing it again changes nothing. */
export async function insertNodes(
  tx: Tx,
  agencyId: string,
  nodes: readonly { level: number; position: number; hash: Buffer }[],
): Promise<void> {
  if (nodes.length === 0) return;
  await run(
    tx,
    `insert into audit_node (agency_id, level, position, hash)
     select :agencyId::uuid, n.level, n.position, decode(n.hash, 'hex')
     from unnest(:levels::smallint[], :positions::bigint[], :hashes::text[]) as n(level, position, hash) on conflict do nothing`,
    {
      agencyId,
      levels: nodes.map(({ level }) => level),
      positions: nodes.map(({ position }) => position),
      hashes: nodes.map(({ hash }) => hash.toString('hex')),
    },
  );
}

const Hash = z.object({ hash: z.instanceof(Buffer) });

export async function findNode(tx: Tx, agencyId: string, level: number, position: number): Promise<Buffer | undefined> {
  const sql = `select hash from audit_node where agency_id = :agencyId and level = :level and position = :position`;
  return (await one(tx, sql, { agencyId, level, position }, Hash))?.hash;
}

/** Chain hashes of the events after `afterSeq` up to `lastSeq`, in order. */
export async function listEventHashes(tx: Tx, agencyId: string, afterSeq: number, lastSeq: number): Promise<Buffer[]> {
  const rows = await many(
    tx,
    `select hash from event where agency_id = :agencyId and seq > :afterSeq and seq <= :lastSeq order by seq`,
    { agencyId, afterSeq, lastSeq },
    Hash,
  );
  return rows.map(({ hash }) => hash);
}
