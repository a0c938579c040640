import { expect } from 'chai';
import { changeDisposal } from '../../server/disposal/change-disposal.ts';
import { listDueFiles } from '../../server/disposal/list-due-files.ts';
import { listDisposalFiles } from '../../server/disposal/list-disposal-files.ts';
import { withdrawDisposal } from '../../server/disposal/take-disposal-back.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { outside } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { giveCertificates, lendPaper, makeDueFile, Office, placeHold, releaseHold, returnPaper } from './archive.ts';

describe('berkas yang ditahan atau dipinjam', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  const admin = () => deps.database.adminUrl;
  const letters = [{ to: [outside('PT Uji')] }];

  before(async function () {
    this.timeout(60_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificates(deps, agency);
  });
  after(() => deps.release());

  const makeFiles = async (count: number): Promise<string[]> => {
    const files: string[] = [];
    while (files.length < count) files.push((await makeDueFile(deps, agency, { letters })).fileId);
    return files;
  };

  async function rowsOfOffice(office: Office): Promise<string[]> {
    const { files } = await listDisposalFiles(deps, await agency.actor('arsiparis'), {
      disposalId: office.id,
      limit: 50,
    });
    return files.map(({ status, reason }) => `${status} ${reason}`.trim());
  }

  async function destroyedOf(files: string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      admin(),
      `select id from record_file where id = any($1::uuid[]) and lifecycle = 'destroyed'`,
      [files],
    );
    return rows.map(({ id }) => id);
  }

  it('a file that was held when its list was sent, counted or laid out stays out after the case ends', async function () {
    this.timeout(240_000);
    const long = (await makeDueFile(deps, agency, { letters, years: [5, 10] })).fileId;
    const [second = '', third = '', last = ''] = await makeFiles(3);
    const office = new Office(deps, agency);
    await office.begin('destruction', [long, second, third, last]);
    const hold = await placeHold(deps, agency, long);
    expect((await office.submit()).route).to.equal('regional_head');
    await releaseHold(deps, hold);
    expect((await office.now()).totals).to.include({ files: 3, held: 0, leftOut: 1, mostYears: 5 });
    await office.signAll('destruction_list', ['kabid', 'sekdis']);
    await office.assess('sekdis', 3);
    const later = await placeHold(deps, agency, second);
    await office.assess('kadis', 2);
    await releaseHold(deps, later);
    await refusalOf(office.assess('arsiparis', 3), 'wrong_count');
    await office.assess('arsiparis', 2);
    await office.signAll('consideration', ['kadis', 'arsiparis', 'sekdis']);
    await office.approve('gubernur', 2);
    const latest = await placeHold(deps, agency, third);
    await office.signAll('approval', ['gubernur']);
    await releaseHold(deps, latest);
    await office.signAll('decree', ['kadis']);
    for (const key of ['pengarah', 'auditor'] as const) await office.attend(key, 1);
    await refusalOf(office.execute('sekdis', 4), 'wrong_count');
    await office.execute('sekdis', 1);
    await office.work();
    expect(await destroyedOf([long, second, third, last])).to.deep.equal([last]);
    const heldFor = 'left_out Ditahan karena perkara 700/112/ITPROV/2026';
    expect((await rowsOfOffice(office)).sort()).to.deep.equal(['done', heldFor, heldFor, heldFor]);
    // Free again: another proposal may name them.
    await new Office(deps, agency).begin('destruction', [second, third]);
  });

  it('a proposal that was taken back gets a file back only when the archivist names it again', async function () {
    this.timeout(60_000);
    const [first = '', second = ''] = await makeFiles(2);
    const office = new Office(deps, agency);
    await office.begin('destruction', [first, second]);
    const hold = await placeHold(deps, agency, first);
    await office.submit();
    await releaseHold(deps, hold);
    const asked = { disposalId: office.id, reason: 'Perkara sudah selesai' };
    const taken = await withdrawDisposal(deps, await office.actor('arsiparis'), {
      ...asked,
      version: (await office.now()).version,
    });
    expect(taken.totals).to.include({ files: 1, leftOut: 1 });
    const changed = await changeDisposal(deps, await office.actor('arsiparis'), {
      disposalId: office.id,
      version: taken.version,
      add: [first],
      remove: [],
      boxes: [],
    });
    expect(changed.totals).to.include({ files: 2, leftOut: 0 });
    await refusalOf(new Office(deps, agency).begin('destruction', [first]), 'not_due');
  });

  it('a file on loan is not proposed, and one that is lent later is left out for good', async function () {
    this.timeout(240_000);
    const files = await makeFiles(4);
    const [first = '', second = '', third = '', last = ''] = files;
    await lendPaper(deps, agency, first);
    const archivist = await agency.actor('arsiparis');
    const due = await listDueFiles(deps, archivist, { kind: 'destruction', limit: 50 });
    expect(due.files.find(({ fileId }) => fileId === first)).to.include({ isHeld: true, holdText: 'Sedang dipinjam' });
    await refusalOf(new Office(deps, agency).begin('destruction', [first, second]), 'not_due');
    await returnPaper(deps, first);
    const office = new Office(deps, agency);
    await office.begin('destruction', files);
    await lendPaper(deps, agency, first);
    await office.upToDecree();
    await returnPaper(deps, first);
    expect((await office.now()).totals).to.include({ files: 3, leftOut: 1 });
    await office.attend('pengarah', 3);
    await lendPaper(deps, agency, second);
    await office.attend('auditor', 2);
    await office.execute('sekdis', 2);
    // Lent after the command and before its worker.
    await lendPaper(deps, agency, third);
    await office.work();
    expect(await destroyedOf(files)).to.deep.equal([last]);
    const lent = 'left_out Sedang dipinjam';
    expect((await rowsOfOffice(office)).sort()).to.deep.equal(['done', lent, lent, lent]);
    const sheet = await valueOf<object>(
      admin(),
      `select sheet from official_paper where disposal_id = $1 and kind = 'destruction_minutes'`,
      [office.id],
    );
    expect(JSON.stringify(sheet)).to.match(/3 \(tiga\) berkas tidak dimusnahkan karena ditahan atau sedang dipinjam/u);
  });
});
