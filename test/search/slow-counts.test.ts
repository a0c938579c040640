import { expect } from 'chai';
import { searchEndpoint } from '../../server/search/contract.ts';
import { search } from '../../server/search/search.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { rowsOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

describe('a search whose counts take too long', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async function () {
    this.timeout(60_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    await signedLetter(deps, agency, { subject: 'Pemangkasan trembesi' });
    await rowsOf(deps.database.adminUrl, 'alter function search_facets(jsonb, text, int) rename to slow_facets');
    await rowsOf(
      deps.database.adminUrl,
      `create function search_facets(p jsonb, p_skip text, p_cap int) returns setof search_tally language plpgsql as $$
       begin
         perform pg_sleep(10);
       end $$`,
    );
  });
  after(() => deps.release());

  it('shows its hits without them', async () => {
    const startedAt = performance.now();
    const found = await search(deps, await agency.actor('staf'), searchEndpoint.query.parse({ q: 'trembesi' }));
    expect(performance.now() - startedAt).to.be.within(1900, 6000);
    expect(found.hits).to.have.lengthOf(1);
    expect(found).to.include({ total: null, facets: null });
  });
});
