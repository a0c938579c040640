import { expect } from 'chai';
import { beat, checkWorkersAlive } from '../../server/upkeep/heartbeat.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';

describe('The sign of life of the workers', () => {
  let deps: TestDeps;
  before(async () => {
    deps = await makeDeps();
  });
  after(() => deps.release());

  const isAlive = () =>
    checkWorkersAlive(deps).then(
      () => true,
      () => false,
    );

  it('is missing before the first beat, there after it, and stale soon after the last', async () => {
    expect(await isAlive()).to.equal(false);
    await beat(deps);
    expect(await isAlive()).to.equal(true);
    deps.advance(10_000);
    expect(await isAlive()).to.equal(true);
    deps.advance(6000);
    expect(await isAlive()).to.equal(false);
    await beat(deps);
    expect(await isAlive()).to.equal(true);
  });
});
