import { expect } from 'chai';
import { chooseKept } from '../../server/backup/keep-rules.ts';
import { backupName, timeOfName } from '../../server/backup/backup-names.ts';

const DAY_MS = 24 * 3_600_000;
const at = (day: number, hour: number) => backupName(new Date(Date.UTC(2026, 10, 2, hour) + day * DAY_MS));

describe('the rules of keeping backups', () => {
  // Two a day over six weeks, from a Monday on.
  const names = Array.from({ length: 42 }, (_none, day) => [at(day, 1), at(day, 13)]).flat();

  it('keep the newest of each of the last days and weeks', () => {
    const kept = [...chooseKept(names, { days: 3, weeks: 3 })].sort();
    expect(kept).to.deep.equal([at(27, 13), at(34, 13), at(39, 13), at(40, 13), at(41, 13)]);
  });

  it('always keep the newest', () => {
    expect([...chooseKept(names, { days: 0, weeks: 0 })]).to.deep.equal([at(41, 13)]);
    expect([...chooseKept([], { days: 1, weeks: 1 })]).to.deep.equal([]);
  });

  it('count days and weeks that have a backup, however long ago', () => {
    const kept = chooseKept([at(0, 1), at(20, 1), at(41, 1)], { days: 2, weeks: 3 });
    expect(kept.size).to.equal(3);
  });

  it('read the time from a name and nothing from another file', () => {
    expect(timeOfName(at(1, 5))?.toISOString()).to.equal('2026-11-03T05:00:00.000Z');
    expect(timeOfName('20261399T000000Z')).to.equal(undefined);
    expect(timeOfName('catatan')).to.equal(undefined);
  });
});
