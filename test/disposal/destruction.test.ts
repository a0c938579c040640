import { expect } from 'chai';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { giveCertificates, makeDueFile, Office } from './archive.ts';

describe('pemusnahan', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async function () {
    this.timeout(60_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificates(deps, agency);
    // Bytes are told apart by the time the store wrote them, which is the machine's clock.
    deps.setNow(new Date(Date.now() + 3_600_000));
  });
  after(() => deps.release());

  it('goes from selection to signed minutes, and the bytes are gone', async function () {
    this.timeout(120_000);
    const to = [{ kind: 'external' as const, name: 'PT Uji', address: 'Jalan Uji', place: 'Pontianak', email: '' }];
    const file = await makeDueFile(deps, agency, { letters: [{ to, text: 'Isi rahasia dapur.' }, { to }] });
    const hashes = (
      await rowsOf<{ sha256: string }>(
        deps.database.adminUrl,
        `select signed_sha256 as sha256 from letter where id = any($1::uuid[])
         union select sealed_sha256 from signing_attempt where letter_id = any($1::uuid[])`,
        [file.letterIds],
      )
    ).map(({ sha256 }) => sha256);
    const pathOf = (sha256: string) =>
      join(deps.config.dataDir, 'blobs', agency.agencyId, sha256.slice(0, 2), sha256);
    for (const sha256 of hashes) expect(existsSync(pathOf(sha256)), sha256).to.equal(true);

    const office = new Office(deps, agency);
    await office.begin('destruction', [file.fileId]);
    await office.upToDecree();
    expect((await office.now()).state).to.equal('decreed');
    await office.witnessed();
    await office.execute('sekdis');
    await office.work();
    const executed = await office.now();
    expect(executed.state).to.equal('minutes');
    expect(executed.totals.done).to.equal(1);
    for (const sha256 of hashes) expect(existsSync(pathOf(sha256)), sha256).to.equal(false);
    await office.signAll('destruction_minutes', ['sekdis', 'pengarah', 'auditor', 'kadis']);
    expect((await office.now()).state).to.equal('done');
    const text = await valueOf<string>(
      deps.database.adminUrl,
      `select string_agg(body::text || body_text, ' ') from letter where id = any($1::uuid[])`,
      [file.letterIds],
    );
    expect(text).not.to.match(/dapur/u);
    if (process.env['PAPERS_TO']) {
      const papers = await rowsOf<{ kind: string; sha256: string }>(
        deps.database.adminUrl,
        `select kind, sha256 from official_paper where status <> 'void'`,
      );
      for (const { kind, sha256 } of papers)
        writeFileSync(join(process.env['PAPERS_TO'], `${kind}.pdf`), await deps.files.read(agency.agencyId, sha256));
    }
  });
});
