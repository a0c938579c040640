import { expect } from 'chai';
import { createHash, randomUUID } from 'node:crypto';
import { chainStart } from '../../server/audit/chain.ts';
import { growTree, leafHash } from '../../server/audit/merkle.ts';
import { loadRootKey } from '../../server/audit/root-key.ts';
import { signRoot } from '../../server/audit/root-statement.ts';
import { checkLog, type LogRow } from '../../server/audit/verify-log.ts';
import type { CheckableRoot } from '../../server/audit/verify-roots.ts';
import { EDITS, seededRandom, type Log } from './edits.ts';

const AGENCY = '01a20be8-91b2-74d5-8cb7-da419d14e4de';
const CONFIG = { sealKey: '33'.repeat(32), dataDir: '' };
const EVENTS = 40;
const ROUNDS = 10_000;

describe('the verification of a log', function () {
  this.timeout(120_000);
  const key = loadRootKey(CONFIG, AGENCY);

  function makeLog(): Log {
    const rows: LogRow[] = [];
    const roots: CheckableRoot[] = [];
    const tree = growTree();
    let hash = Buffer.from(chainStart(AGENCY).hash, 'hex') as Buffer;
    for (let seq = 1; seq <= EVENTS; seq += 1) {
      const at = new Date(Date.UTC(2026, 10, 24, 2, 0, 0, seq * 40));
      const letterId = seq % 3 === 0 ? null : randomUUID();
      const body = JSON.stringify({ at: at.toISOString(), action: 'letter.viewed', letterId, detail: { nomor: seq } });
      hash = createHash('sha256').update(hash).update(body).digest();
      const fraction = String(seq * 40 + 1000)
        .slice(-3)
        .replace(/0+$/u, '');
      const second = String(Math.floor((seq * 40) / 1000)).padStart(2, '0');
      const shown = `2026-11-24 02:00:${second}${fraction === '' ? '' : `.${fraction}`}+00`;
      rows.push({ seq, at: shown, action: 'letter.viewed', letterId, body, hash, partition: 'event_1' });
      tree.push(leafHash(hash));
      if (seq % 16 === 0 || seq === EVENTS - 3) {
        const last = roots.at(-1);
        const facts = {
          agencyId: AGENCY,
          seq,
          root: tree.root().toString('hex'),
          previousSeq: last?.seq ?? 0,
          previousRoot: last?.root ?? '',
          madeAt: at.toISOString(),
        };
        roots.push({ ...facts, publicKey: key.publicKey, signature: signRoot(key, facts), timestampToken: null });
      }
    }
    const copies = roots.map(({ seq, root, madeAt, signature }) => ({
      seq,
      root,
      madeAt,
      signature: signature.toString('base64'),
    }));
    return { rows, roots, copies, head: { seq: EVENTS, hash } };
  }

  function findingsOf(log: Log) {
    const check = checkLog({
      agencyId: AGENCY,
      roots: log.roots,
      witness: { key, copies: log.copies },
      partitionOf: (seq) => (seq < 10_000_000 ? 'event_1' : 'event_2'),
    });
    for (const row of log.rows.toSorted((one, other) => one.seq - other.seq)) check.take(row);
    return check.finish(log.head);
  }

  const log = makeLog();

  it('finds nothing in an untouched log', () => {
    expect(findingsOf(log)).to.deep.equal([]);
  });

  it(`finds each of ${ROUNDS} random edits`, () => {
    const random = seededRandom(2026_11_24);
    const missed: string[] = [];
    const tried = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const [name, edit] = EDITS[Math.floor(random() * EDITS.length)]!;
      const edited: Log = {
        ...log,
        rows: log.rows.map((row) => ({ ...row })),
        roots: [...log.roots],
        copies: [...log.copies],
      };
      edit(edited, random);
      tried.set(name, (tried.get(name) ?? 0) + 1);
      if (findingsOf(edited).length === 0) missed.push(`${round}: ${name}`);
    }
    expect(missed).to.deep.equal([]);
    expect([...tried.keys()]).to.have.members(EDITS.map(([name]) => name));
  });
});
