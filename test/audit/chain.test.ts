import { expect } from 'chai';
import { chainStart, nextHash, walkChain } from '../../server/audit/chain.ts';
import type { EventRow } from '../../server/audit/queries.ts';

const AGENCY = '0197f000-0000-7000-8000-000000000001';

function chainOf(count: number): EventRow[] {
  let { hash } = chainStart(AGENCY);
  return Array.from({ length: count }, (_none, index) => {
    const at = new Date(Date.UTC(2026, 10, 24, 2, index)).toISOString();
    const body = JSON.stringify({ at, action: 'letter.created', letterId: null, detail: { n: index } });
    hash = nextHash(hash, body);
    return { seq: index + 1, at, action: 'letter.created', letterId: null, body, hash };
  });
}

describe('walkChain', () => {
  const walk = (rows: EventRow[]) => walkChain(chainStart(AGENCY), rows).broken;

  it('accepts what was recorded and ends in the last event', () => {
    const rows = chainOf(5);
    expect(walkChain(chainStart(AGENCY), rows)).to.deep.equal({ end: { seq: 5, hash: rows[4]?.hash }, broken: null });
  });

  it('names the first event of a change, deletion, insertion or exchange', () => {
    const changed = chainOf(5);
    changed[2] = { ...changed[2]!, body: changed[2]!.body.replace('"n":2', '"n":7') };
    expect(walk(changed)).to.equal(3);

    const deleted = chainOf(5);
    deleted.splice(1, 1);
    expect(walk(deleted)).to.equal(2);

    const inserted = chainOf(5);
    inserted.splice(3, 0, { ...inserted[3]!, body: '{"at":"2026-11-24T02:00:00.000Z","action":"x"}' });
    expect(walk(inserted)).to.equal(4);

    const exchanged = chainOf(5);
    const [third, fourth] = [exchanged[2]!, exchanged[3]!];
    exchanged.splice(2, 2, { ...fourth, seq: 3 }, { ...third, seq: 4 });
    expect(walk(exchanged)).to.equal(3);
  });

  it('finds a column that no longer agrees with the recorded body', () => {
    for (const change of [{ action: 'letter.signed' }, { at: '2026-11-25T02:00:00.000Z' }, { letterId: AGENCY }]) {
      const rows = chainOf(3);
      rows[1] = { ...rows[1]!, ...change };
      expect(walk(rows), JSON.stringify(change)).to.equal(2);
    }
  });

  it('does not accept the chain of another agency', () => {
    const other = chainStart('0197f000-0000-7000-8000-000000000002');
    expect(walkChain(other, chainOf(2)).broken).to.equal(1);
  });
});
