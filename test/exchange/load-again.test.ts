import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { LoadJob } from '../../server/exchange/contract.ts';
import { listLoads } from '../../server/exchange/list-loads.ts';
import { uploadLoad } from '../../server/exchange/upload-load.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';

const HEADINGS = 'Kunci;Nomor;Tanggal;Hal;Asal;Klasifikasi';

describe('bytes that were uploaded as the wrong kind', () => {
  let deps: TestDeps;
  let agency: TestAgency;

  before(async () => {
    deps = await makeDeps();
  });
  beforeEach(async () => {
    agency = await makeAgency(deps, { name: `Pemerintah ${randomUUID()}` });
  });
  after(() => deps.release());

  async function upload(bytes: Buffer, kind: LoadJob['kind']): Promise<LoadJob> {
    const id = await begin(bytes, kind);
    await drainOutbox(deps);
    return job(id);
  }

  async function begin(bytes: Buffer, kind: LoadJob['kind']): Promise<string> {
    const actor = await agency.actor('admin', { command: randomUUID() });
    const input = { kind, unitId: agency.unitId('kominfo'), fileName: 'surat.zip', bytes } as const;
    return (await uploadLoad(deps, actor, { ...input, acceptsForeign: 'false' })).id;
  }

  async function job(id: string): Promise<LoadJob> {
    const { loads } = await listLoads(deps, await agency.actor('admin'));
    return loads.find((one) => one.id === id)!;
  }

  const table = (...rows: string[]) => Buffer.from([HEADINGS, ...rows, ''].join('\n'));

  async function zipOf(csv: Buffer): Promise<Buffer> {
    const zip = new yazl.ZipFile();
    zip.addBuffer(csv, 'surat.csv');
    zip.end();
    return buffer(zip.outputStream);
  }

  it('are taken in as the right kind when they are uploaded again', async () => {
    const bytes = table('a;1;2010-03-12;Baik;X;500.12.6');
    const failed = await upload(bytes, 'package');
    expect(failed).to.include({ kind: 'package', status: 'failed' });
    const mended = await upload(bytes, 'table');
    expect(mended).to.include({ id: failed.id, kind: 'table', status: 'done', failure: null });
    expect(mended).to.include({ totalCount: 1, loadedCount: 1, refusedCount: 0 });
  });

  it('leave no rows of the wrong kind behind', async () => {
    const bytes = await zipOf(table('a;1;2010-03-12;Kode asing;X;999.9'));
    expect(await upload(bytes, 'table')).to.include({ status: 'done', totalCount: 1, refusedCount: 1 });
    const failed = await upload(bytes, 'package');
    expect(failed).to.include({ kind: 'package', status: 'failed', totalCount: 0, refusedCount: 0 });
    expect(failed.refusals).to.deep.equal([]);
    const again = await upload(bytes, 'table');
    expect(again).to.include({ kind: 'table', status: 'done', totalCount: 1, refusedCount: 1 });
  });

  it('are looked at as the kind that was said last while they wait', async () => {
    const bytes = table('a;1;2010-03-12;Baik;X;500.12.6');
    const id = await begin(bytes, 'package');
    expect(await begin(bytes, 'table')).to.equal(id);
    await drainOutbox(deps);
    expect(await job(id)).to.include({ kind: 'table', status: 'done', loadedCount: 1 });
  });

  it('stay what they are once something of them is here', async () => {
    const bytes = await zipOf(table('a;1;2010-03-12;Baik;X;500.12.6', 'b;2;2010-03-12;Kode asing;X;999.9'));
    expect(await upload(bytes, 'table')).to.include({ loadedCount: 1, refusedCount: 1 });
    const same = { kind: 'table', status: 'done', totalCount: 2, loadedCount: 1, refusedCount: 1 };
    expect(await upload(bytes, 'package')).to.include(same);
  });
});
