import { chainStart, parseBody } from '../audit/chain.ts';
import { eventTitle } from '../audit/event-titles.ts';
import type { ChainRow } from './queries.ts';
import type { RecordEvent } from './record-metadata.ts';

/** The recorded texts of a letter's events, with what is needed to compute each hash again. */
export interface AuditProof {
  agencyId: string;
  rule: string;
  events: { seq: number; body: string; previousHash: string; hash: string }[];
}

const RULE =
  'hash = SHA-256(previousHash sebagai 32 byte, diikuti body sebagai UTF-8). Sebelum kejadian nomor 1 berdiri SHA-256(agencyId).';

export function auditProof(agencyId: string, rows: readonly ChainRow[]): AuditProof {
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

export function describeRows(rows: readonly ChainRow[]): RecordEvent[] {
  return rows.map(({ seq, at, action, agent, body, hash }) => {
    const job = parseBody(body)?.['job'];
    const by = agent === '' ? `Lontar${typeof job === 'string' ? ` (${job})` : ''}` : agent;
    return { seq, at, action, title: eventTitle(action), agent: by, hash };
  });
}
