import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { fileLetter } from '../../server/filing/file-letter.ts';
import { listRecordFiles } from '../../server/filing/list-record-files.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, inside } from '../support/letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

describe('filing a letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
  });
  after(() => deps.release());

  const files = async (key: DeskKey) =>
    (await listRecordFiles(deps, await agency.actor(key), { q: '', limit: 50 })).files;

  it('proposes one file for the sender and one for each other OPD that received it', async () => {
    const letter = await signedLetter(deps, agency, {
      to: [inside(agency, 'kadispupr'), inside(agency, 'sekdis')],
      cc: [inside(agency, 'sekda')],
    });
    const records = await rowsOf(
      deps.database.adminUrl,
      `select u.short_name as unit, r.filing, f.lifecycle, f.title, f.classification_code as code, f.year, r.incoming_id is null as own
       from record r join record_file f on f.id = r.file_id join org_unit u on u.id = r.unit_id
       where r.letter_id = $1 order by u.short_name`,
      [letter.id],
    );
    const common = {
      filing: 'proposed',
      lifecycle: 'active',
      title: 'e-Government 2026',
      code: '500.12.6',
      year: 2026,
    };
    expect(records).to.deep.equal([
      { unit: 'Dinas PUPR', ...common, own: false },
      { unit: 'Diskominfo', ...common, own: true },
      { unit: 'Setda', ...common, own: false },
    ]);
  });

  it('changes nothing when the job runs again', async () => {
    const { adminUrl } = deps.database;
    const letterId = await valueOf<string>(adminUrl, 'select letter_id from record limit 1');
    const count = () =>
      valueOf<number>(
        adminUrl,
        `select (select count(*) from record) + (select count(*) from record_file) + (select count(*) from event)`,
      );
    const before = await count();
    const actor = { kind: 'system', agencyId: agency.agencyId, job: 'records.file' } as const;
    await fileLetter(deps, { outboxId: randomUUID(), actor, tries: 0 }, { letterId });
    expect(await count()).to.equal(before);
  });

  it('records the proposal in the audit chain', async () => {
    const filed = await valueOf<number>(
      deps.database.adminUrl,
      `select count(*)::int from event where action = 'record.filed'`,
    );
    expect(filed).to.be.greaterThan(0);
  });

  it('puts later letters of the same class and year into the same file', async () => {
    await signedLetter(deps, agency);
    expect(await files('arsiparispupr')).to.deep.include.members([
      {
        ...(await files('arsiparispupr'))[0],
        title: 'e-Government 2026',
        unitName: 'Dinas Pekerjaan Umum dan Penataan Ruang',
        itemCount: 2,
        proposedCount: 2,
      },
    ]);
    expect(await files('arsiparispupr')).to.have.lengthOf(1);
  });

  it('lists to other desks of the OPD only what is class B, to other OPDs nothing of it', async () => {
    await signedLetter(deps, agency, { securityClass: 'T' });
    expect((await files('arsiparispupr'))[0]?.itemCount).to.equal(3);
    expect((await files('tupupr'))[0]?.itemCount).to.equal(2);
    expect((await files('admin')).map(({ unitName }) => unitName)).to.deep.equal(['Sekretariat Daerah']);
  });
});
