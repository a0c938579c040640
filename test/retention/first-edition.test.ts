import { expect } from 'chai';
import knexModule from 'knex';
import { down, up } from '../../migrations/20261124131000_retention.ts';
import { makeAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { rowsOf } from '../support/rows.ts';

describe('the migration to editions', () => {
  let deps: TestDeps;
  before(async () => {
    deps = await makeDeps();
  });
  after(() => deps.release());

  it('makes the codes of each agency its first edition, retired ones up to their day, half rules as none', async () => {
    await makeAgency(deps);
    await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    const { adminUrl, migrationDatabaseUrl } = deps.database;
    const knex = knexModule({ client: 'pg', connection: migrationDatabaseUrl });
    try {
      await down(knex);
      await rowsOf(adminUrl, "update classification set retired_on = '2026-06-01' where code = '500.12.6'");
      await rowsOf(adminUrl, "update classification set inactive_years = null where code = '000.1'");
      await up(knex);
    } finally {
      await knex.destroy();
    }
    const editions = await rowsOf(
      adminUrl,
      `select kind, status, effective_from::text as "from" from classification_edition`,
    );
    expect(editions).to.deep.equal(Array(2).fill({ kind: 'starter', status: 'applied', from: '2000-01-01' }));
    const rows = await rowsOf(
      adminUrl,
      'select code, valid::text, active_years as active from classification_version order by code, agency_id',
    );
    const of = (code: string) => rows.filter((row) => row['code'] === code);
    expect(rows).to.have.lengthOf(10);
    expect(of('500.12.6')).to.deep.equal(
      Array(2).fill({ code: '500.12.6', valid: '[2000-01-01,2026-06-01)', active: 2 }),
    );
    expect(of('000.1')).to.deep.equal(Array(2).fill({ code: '000.1', valid: '[2000-01-01,)', active: null }));
  });
});
