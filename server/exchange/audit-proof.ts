import { chainStart, parseBody } from '../audit/chain.ts';
import { eventTitle } from '../audit/event-titles.ts';
import { loadLetterProof } from '../audit/get-letter-proof.ts';
import { writeProof } from '../audit/proof.ts';
import type { Tx } from '../db.ts';
import { jsonEntry } from './package-entry.ts';
import type { ChainRow, Key } from './queries.ts';
import type { PackageEntry, RecordEvent } from './record-metadata.ts';

/** The recorded texts of a letter's events, with what is needed to compute each hash again. */
export interface AuditProof {
  agencyId: string;
  rule: string;
  events: { seq: number; body: string; previousHash: string; hash: string }[];
}

const RULE =
  'hash = SHA-256(previousHash sebagai 32 byte, diikuti body sebagai UTF-8). Sebelum kejadian nomor 1 berdiri SHA-256(agencyId).';

/** The events of a letter and, for those that a signed root covers, the proof that `verify-proof` checks offline. */
export async function auditEntries(tx: Tx, { agencyId, id }: Key, rows: readonly ChainRow[]): Promise<PackageEntry[]> {
  const proof = await loadLetterProof(tx, { agencyId, letterId: id, seqs: rows.map(({ seq }) => seq) });
  return [
    jsonEntry('audit/jejak-audit.json', 'audit', () => auditProof(agencyId, rows)),
    {
      path: 'audit/bukti-merkle.json',
      fileName: 'bukti-merkle.json',
      role: 'audit',
      mediaType: 'application/json',
      read: () => Promise.resolve(Buffer.from(writeProof(proof))),
    },
  ];
}

function auditProof(agencyId: string, rows: readonly ChainRow[]): AuditProof {
  return {
    agencyId,
    rule: RULE,
    events: rows.map(({ seq, body, hash, previousHash }) => ({
      seq,
      body,
      previousHash: previousHash ?? (seq === 1 ? chainStart(agencyId).hash : ''),
      hash,
    })),
  };
}

/** What a receiver does with its copy belongs to that copy. */
export function isOfTheLetter({ action }: ChainRow): boolean {
  return !action.startsWith('incoming.') && !action.startsWith('disposition.');
}

/** The same for a copy: events of the letter, and of this copy; other receivers' are theirs, dispositions come with the chain. */
export function isOfTheCopy(row: ChainRow, incoming: { id: string; letterId: string | null }): boolean {
  if (isOfTheLetter(row)) return true;
  if (!row.action.startsWith('incoming.')) return false;
  const detail = parseBody(row.body)?.['detail'];
  const named = typeof detail === 'object' && detail !== null && 'incomingId' in detail ? detail.incomingId : null;
  return incoming.letterId === null || named === incoming.id;
}

export function describeRows(rows: readonly ChainRow[]): RecordEvent[] {
  return rows.map(({ seq, at, action, agent, body, hash }) => {
    const job = parseBody(body)?.['job'];
    const by = agent === '' ? `Lontar${typeof job === 'string' ? ` (${job})` : ''}` : agent;
    return { seq, at, action, title: eventTitle(action), agent: by, hash };
  });
}
