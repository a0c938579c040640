import { createHash } from 'node:crypto';
import { chainStart, parseBody } from './chain.ts';
import { growTree, leafHash } from './merkle.ts';
import { type CheckableRoot, judgeRoots, type RootWitness } from './verify-roots.ts';

/** A row of the event table as it stands on disk. */
export interface LogRow {
  seq: number;
  /** As Postgres writes a timestamptz in UTC, with all its digits. */
  at: string;
  action: string;
  letterId: string | null;
  body: string;
  hash: Buffer;
  /** The partition it was found in. */
  partition: string;
}

export interface Finding {
  /** The event or root it is about. */
  seq: number;
  /** Indonesian, one line. */
  text: string;
}

export interface LogFacts {
  agencyId: string;
  /** Oldest first. */
  roots: readonly CheckableRoot[];
  witness: RootWitness;
  /** The partition that holds a number. */
  partitionOf: (seq: number) => string | undefined;
}

export interface LogCheck {
  take(row: LogRow): void;
  /** Everything that does not fit; empty for an untouched log. */
  finish(head: { seq: number; hash: Buffer } | undefined): Finding[];
}

/** More are counted, not kept: after the first few the log is beyond reading. */
const MOST_FINDINGS = 100;

/**
 * Judges an agency's log row by row, in order of seq: the chain, the columns beside the body, the partitions, the head,
 * and every signed root, so that also an end that was rewritten with fitting hashes is found.
 */
export function checkLog({ agencyId, roots, witness, partitionOf }: LogFacts): LogCheck {
  const findings: Finding[] = [];
  const find = (seq: number, text: string) => {
    if (findings.length < MOST_FINDINGS) findings.push({ seq, text });
  };
  const start = chainStart(agencyId);
  let end = { seq: start.seq, hash: Buffer.from(start.hash, 'hex') as Buffer };
  const tree = growTree();
  const reached = new Map<number, string>();
  const wanted = new Set(roots.map(({ seq }) => seq));
  return {
    take(row) {
      if (row.seq <= end.seq) find(row.seq, `Kejadian ${row.seq} muncul lebih dari sekali atau disisipkan.`);
      else if (row.seq > end.seq + 1) find(end.seq + 1, missing(end.seq + 1, row.seq - 1));
      const hash = createHash('sha256').update(end.hash).update(row.body, 'utf8').digest();
      if (!hash.equals(row.hash)) find(row.seq, `Kejadian ${row.seq} tidak cocok dengan sidik rantainya.`);
      const column = differingColumn(row);
      if (column !== undefined) find(row.seq, `Kolom ${column} kejadian ${row.seq} berbeda dari isi yang tercatat.`);
      if (partitionOf(row.seq) !== row.partition) find(row.seq, `Kejadian ${row.seq} berada pada partisi yang salah.`);
      end = { seq: row.seq, hash: row.hash };
      tree.push(leafHash(row.hash));
      if (wanted.has(row.seq) && tree.size === row.seq) reached.set(row.seq, tree.root().toString('hex'));
    },
    finish(head) {
      if (!head) find(0, 'Kepala rantai instansi ini hilang.');
      else if (end.seq < head.seq) find(end.seq + 1, missing(end.seq + 1, head.seq));
      else if (end.seq > head.seq) find(head.seq + 1, `Ada kejadian sesudah kepala rantai (${head.seq}).`);
      else if (!end.hash.equals(head.hash)) find(head.seq, 'Kepala rantai tidak sama dengan kejadian terakhir.');
      for (const { seq, text } of judgeRoots(agencyId, roots, reached, witness)) find(seq, text);
      return findings;
    },
  };
}

function missing(from: number, to: number): string {
  return from === to ? `Kejadian ${from} hilang.` : `Kejadian ${from} sampai ${to} hilang.`;
}

function differingColumn(row: LogRow): string | undefined {
  const body = parseBody(row.body);
  if (!body) return 'body';
  if (body['action'] !== row.action) return 'action';
  if ((body['letterId'] ?? null) !== row.letterId) return 'letter_id';
  return typeof body['at'] === 'string' && asPostgresWrites(body['at']) === row.at ? undefined : 'at';
}

/** 2026-11-24T02:00:00.120Z is written 2026-11-24 02:00:00.12+00. */
function asPostgresWrites(iso: string): string {
  const fraction = iso.slice(20, 23).replace(/0+$/u, '');
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}${fraction === '' ? '' : `.${fraction}`}+00`;
}
