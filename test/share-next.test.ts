import { expect } from 'chai';
import { setImmediate as turn } from 'node:timers/promises';
import { shareNext } from '../server/share-next.ts';

interface Run {
  end: () => void;
  fail: (error: Error) => void;
}

describe('sharing the next run', () => {
  let runs: Run[];
  let share: () => Promise<void>;
  beforeEach(() => {
    runs = [];
    share = shareNext(
      () =>
        new Promise((resolve, reject) => {
          runs.push({ end: resolve, fail: reject });
        }),
    );
  });

  it('begins at once when nothing runs', async () => {
    const first = share();
    expect(runs).to.have.length(1);
    runs[0]?.end();
    await first;
  });

  it('gives all who come during a run one later run, not the one under way', async () => {
    const first = share();
    const done: string[] = [];
    const late = ['a', 'b', 'c'].map((name) => share().then(() => done.push(name)));
    expect(runs).to.have.length(1);
    runs[0]?.end();
    await first;
    await turn();
    expect(runs).to.have.length(2);
    expect(done).to.deep.equal([]);
    runs[1]?.end();
    await Promise.all(late);
    expect(done).to.have.members(['a', 'b', 'c']);
    expect(runs).to.have.length(2);
  });

  it('tells a failure to those it concerns and runs again for the others', async () => {
    const first = share().catch((error: unknown) => error);
    const second = share();
    runs[0]?.fail(new Error('connection lost'));
    expect(await first).to.be.instanceOf(Error);
    await turn();
    runs[1]?.end();
    await second;
    const third = share();
    expect(runs).to.have.length(3);
    runs[2]?.end();
    await third;
  });
});
