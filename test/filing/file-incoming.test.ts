import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { enqueueFiling } from '../../server/incoming/enqueue-filing.ts';
import { fileIncoming } from '../../server/filing/file-incoming.ts';
import { listRecordFiles } from '../../server/filing/list-record-files.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { receivedLetter } from '../support/received-letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';

describe('filing an incoming letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;

  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const finish = (id: string) =>
    rowsOf(adminUrl, `update incoming_letter set status = 'done', done_at = $2 where id = $1`, [id, deps.now()]);
  const file = async (incomingId: string) => {
    const { agencyId } = agency;
    await deps.db.transaction({ agencyId }, (tx) => enqueueFiling(tx, { agencyId, incomingId }, deps.now()));
    return drainOutbox(deps);
  };
  const statusOf = (id: string) => valueOf<string>(adminUrl, 'select status from incoming_letter where id = $1', [id]);
  const recordsOf = (id: string) =>
    rowsOf(
      adminUrl,
      `select u.short_name as unit, r.filing, r.letter_id, f.title, f.classification_code as code, f.year
       from record r join record_file f on f.id = r.file_id join org_unit u on u.id = r.unit_id where r.incoming_id = $1`,
      [id],
    );
  const actionsOf = async (id: string) =>
    (
      await rowsOf<{ action: string }>(adminUrl, 'select action from event where letter_id = $1 order by seq', [id])
    ).map(({ action }) => action);
  const files = async (key: DeskKey) =>
    (await listRecordFiles(deps, await agency.actor(key), { q: '', limit: 50 })).files;

  it('proposes the file of its classification and year in the OPD of the unit, once', async () => {
    const { id } = await receivedLetter(deps, agency, { unit: 'aplikasi', to: 'kadis' });
    await finish(id);
    expect(await file(id)).to.deep.equal(['done']);
    const expected = {
      unit: 'Diskominfo',
      filing: 'proposed',
      letter_id: null,
      title: 'e-Government 2026',
      code: '500.12.6',
      year: 2026,
    };
    expect(await recordsOf(id)).to.deep.equal([expected]);
    expect(await statusOf(id)).to.equal('filed');
    expect(await actionsOf(id)).to.deep.equal(['record.filed', 'incoming.filed']);
    await file(id);
    const actor = { kind: 'system', agencyId: agency.agencyId, job: 'records.file_incoming' } as const;
    await Promise.all(
      [1, 2].map(() => fileIncoming(deps, { outboxId: randomUUID(), actor, tries: 0 }, { incomingId: id })),
    );
    expect(await recordsOf(id)).to.deep.equal([expected]);
    expect(await actionsOf(id)).to.deep.equal(['record.filed', 'incoming.filed']);
  });

  it('waits in state done while the letter has no classification', async () => {
    const { id } = await receivedLetter(deps, agency, { to: 'kadis', classificationCode: null });
    await finish(id);
    await file(id);
    expect(await statusOf(id)).to.equal('done');
    expect(await recordsOf(id)).to.deep.equal([]);
    await rowsOf(adminUrl, `update incoming_letter set classification_code = '000.1' where id = $1`, [id]);
    await file(id);
    expect(await statusOf(id)).to.equal('filed');
    expect(await recordsOf(id)).to.have.lengthOf(1);
  });

  it('leaves a letter that is not done, or was taken up again', async () => {
    const { id } = await receivedLetter(deps, agency, { to: 'kadis' });
    await file(id);
    expect(await statusOf(id)).to.equal('directed');
    expect(await recordsOf(id)).to.deep.equal([]);
    expect(await actionsOf(id)).to.deep.equal([]);
  });

  it('gives a letter of ours only the state: its copy is recorded since delivery', async () => {
    await giveCertificate(deps, agency, 'kadis');
    const letter = await signedLetter(deps, agency);
    const id = await valueOf<string>(adminUrl, 'select id from incoming_letter where origin_letter_id = $1', [
      letter.id,
    ]);
    const before = await recordsOf(id);
    expect(before).to.have.lengthOf(1);
    await finish(id);
    await file(id);
    expect(await statusOf(id)).to.equal('filed');
    expect(await recordsOf(id)).to.deep.equal(before);
    expect((await actionsOf(letter.id)).filter((action) => action === 'incoming.filed')).to.have.lengthOf(1);
  });

  it('is counted among the files: all for the archivist, class B for other desks of the OPD', async () => {
    for (const securityClass of ['B', 'T'] as const) {
      const { id } = await receivedLetter(deps, agency, { to: 'kadis', securityClass });
      await finish(id);
      await file(id);
    }
    expect((await files('arsiparis')).map(({ itemCount, proposedCount }) => [itemCount, proposedCount])).to.deep.equal([
      [2, 2],
    ]);
    expect((await files('staf')).map(({ itemCount }) => itemCount)).to.deep.equal([1]);
    expect(await files('tupupr')).to.deep.equal([]);
  });
});
