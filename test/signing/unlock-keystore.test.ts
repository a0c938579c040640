import { expect } from 'chai';
import { AppError } from '../../server/errors.ts';
import { TEST_PASSPHRASE, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, press, readyToSign } from '../support/letters.ts';
import { countRows } from '../support/refusal.ts';

describe('guessing a passphrase', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
  });
  after(() => deps.release());

  it('gets nowhere with many guesses sent at once, and takes no number', async () => {
    const letter = await readyToSign(deps, agency);
    const before = await countRows(deps.database.adminUrl);
    const guesses = Array.from({ length: 30 }, (_, index) => (index === 29 ? TEST_PASSPHRASE : `tebakan-${index}`));
    const results = await Promise.allSettled(guesses.map((passphrase) => press(deps, agency, letter, { passphrase })));
    const codes = results.map((result) => {
      if (result.status === 'fulfilled') return 'signed';
      return result.reason instanceof AppError ? result.reason.code : String(result.reason);
    });
    expect(codes.at(-1)).to.equal('throttled');
    expect(codes.filter((code) => code === 'wrong_passphrase')).to.have.length(5);
    expect(await countRows(deps.database.adminUrl)).to.deep.equal(before);
  });
});
