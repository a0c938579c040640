import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { BagSet } from '../../server/exchange/bag-set.ts';
import { exportFiles } from '../../server/exchange/export-files.ts';
import { exportOwnLetters } from '../../server/exchange/export-own-letters.ts';
import { getExportFile } from '../../server/exchange/get-export-file.ts';
import { listExports } from '../../server/exchange/list-exports.ts';
import { sweepExports } from '../../server/exchange/sweep-exports.ts';
import { addAnnex } from '../../server/letters/annexes.ts';
import { sweepBlobs } from '../../server/upkeep/sweep-blobs.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { annexPdf } from '../pdf/annex-files.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { problemsOfBag, readXml } from '../support/check-bag.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { bytesOf, sha256, unpack } from '../support/unpack.ts';

describe('packages that a job makes', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let fileId: string;
  let letterIds: string[];

  before(async function () {
    this.timeout(120_000);
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    const annex = Buffer.from(await annexPdf(1));
    const open = await signedLetter(deps, agency, {
      subject: 'Rapat <koordinasi> & evaluasi "triwulan"',
      prepare: async (id) =>
        addAnnex(deps, await agency.actor('staf'), { letterId: id, fileName: 'Rincian.pdf', bytes: annex }),
    });
    const second = await signedLetter(deps, agency, { subject: 'Tindak lanjut rapat' });
    const secret = await signedLetter(deps, agency, { subject: 'Hal yang tidak boleh bocor', securityClass: 'R' });
    letterIds = [open.id, second.id, secret.id];
    fileId = await valueOf(
      deps.database.adminUrl,
      'select f.id from record_file f join record r on r.file_id = f.id where r.letter_id = $1 and r.incoming_id is null',
      [open.id],
    );
  });
  after(() => deps.release());

  async function made(key: DeskKey, exportId: string): Promise<Map<string, Buffer>> {
    const outcomes = await drainOutbox(deps);
    expect(outcomes).to.deep.equal(['done']);
    return unpack(await bytesOf(await getExportFile(deps, await agency.actor(key), { exportId })));
  }

  it('give a file as a valid bag whose METS names every file with its size and hash', async () => {
    const actor = await agency.actor('arsiparis');
    const ordered = await exportFiles(deps, actor, { fileIds: [fileId] });
    expect(ordered).to.include({ status: 'waiting', totalCount: 3, doneCount: 0 });
    const files = await made('arsiparis', ordered.id);
    const keepAs = process.env['KEEP_BAG'];
    if (keepAs !== undefined)
      writeFileSync(keepAs, await bytesOf(await getExportFile(deps, actor, { exportId: ordered.id })));
    expect(problemsOfBag(files)).to.deep.equal([]);

    const root = [...files.keys()][0]!.split('/')[0]!;
    const data = (path: string) => files.get(`${root}/data/${path}`);
    const rootMets = readXml(data('METS.xml'));
    const repMets = readXml(data('representations/rep1/METS.xml'));
    const referenced = [
      ...references(rootMets),
      ...references(repMets).map((one) => ({ ...one, path: `representations/rep1/${one.path}` })),
    ];
    for (const { path, size, checksum } of referenced) {
      expect(data(path), path).not.to.equal(undefined);
      expect({ size, checksum }, path).to.deep.equal({
        size: String(data(path)!.length),
        checksum: sha256(data(path)!),
      });
    }
    const named = new Set(referenced.map(({ path }) => path));
    const unnamed = [...files.keys()]
      .filter((path) => path.startsWith(`${root}/data/`))
      .map((path) => path.slice(root.length + '/data/'.length))
      .filter((path) => !named.has(path) && path !== 'METS.xml');
    expect(unnamed).to.deep.equal([]);
    const pointer = rootMets.find(({ name }) => name === 'mptr');
    expect(pointer?.attributes['xlink:href']).to.equal('representations/rep1/METS.xml');
  });

  it('describe each record in Dublin Core and PREMIS: objects, events, agents and rights', async () => {
    const ordered = await exportFiles(deps, await agency.actor('arsiparis'), { fileIds: [fileId] });
    const files = await made('arsiparis', ordered.id);
    const root = [...files.keys()][0]!.split('/')[0]!;
    const core = readXml(files.get(`${root}/data/metadata/descriptive/001-0001.xml`));
    const title = core.find(({ name }) => name === 'dc:title');
    expect(title?.text).to.equal('Rapat <koordinasi> & evaluasi "triwulan"');
    const premis = readXml(files.get(`${root}/data/metadata/preservation/001-0001.xml`));
    const count = (name: string) => premis.filter((element) => element.name === `premis:${name}`).length;
    expect(count('object')).to.equal(count('messageDigest') + 1);
    expect(count('event')).to.be.greaterThan(3);
    expect(count('agent')).to.be.greaterThan(1);
    expect(count('rightsStatement')).to.equal(1);
    const known = new Set(premis.filter(({ name }) => name === 'premis:agentIdentifierValue').map(({ text }) => text));
    const linked = premis.filter(({ name }) => name === 'premis:linkingAgentIdentifierValue').map(({ text }) => text);
    expect(linked.filter((agent) => !known.has(agent))).to.deep.equal([]);
  });

  it('name a secret record that the archivist may not read, and give nothing of it', async () => {
    const ordered = await exportFiles(deps, await agency.actor('arsiparis'), { fileIds: [fileId] });
    const files = await made('arsiparis', ordered.id);
    const root = [...files.keys()][0]!.split('/')[0]!;
    const set = BagSet.parse(JSON.parse(files.get(`${root}/data/metadata/other/berkas.json`)!.toString()));
    expect(set.files[0]?.records.map(({ id, isWithheld }) => ({ id, isWithheld }))).to.deep.equal(
      letterIds.map((id, index) => ({ id, isWithheld: index === 2 })),
    );
    for (const [path, bytes] of files) expect(bytes.includes('tidak boleh bocor'), path).to.equal(false);
    const { exports } = await listExports(deps, await agency.actor('arsiparis'));
    expect(exports[0]).to.include({ status: 'ready', doneCount: 3, withheldCount: 1 });
  });

  it('are refused to whoever is not archivist of the unit, and given only to who asked', async () => {
    await refusalOf(exportFiles(deps, await agency.actor('kadis'), { fileIds: [fileId] }), 'forbidden');
    await refusalOf(exportFiles(deps, await agency.actor('arsiparispupr'), { fileIds: [fileId] }), 'forbidden');
    const ordered = await exportFiles(deps, await agency.actor('arsiparis'), { fileIds: [fileId] });
    await refusalOf(getExportFile(deps, await agency.actor('arsiparis'), { exportId: ordered.id }), 'wrong_state');
    await made('arsiparis', ordered.id);
    await refusalOf(getExportFile(deps, await agency.actor('kadis'), { exportId: ordered.id }), 'not_found');
    const { positionId } = agency.desk('staf2');
    const elsewhere = { ...(await agency.actor('arsiparis')), positionId };
    await refusalOf(getExportFile(deps, elsewhere, { exportId: ordered.id }), 'not_found');
  });

  it('hold the letters of a person, drafted, signed or open to its desk, with an index', async () => {
    const ordered = await exportOwnLetters(deps, await agency.actor('staf'));
    const files = await made('staf', ordered.id);
    const index = files.get('index.csv')!.toString().split('\r\n');
    expect(index.filter((line) => line !== '')).to.have.lengthOf(4);
    expect([...files.keys()].filter((path) => path.endsWith('surat.pdf'))).to.have.lengthOf(3);
    const nobody = await exportOwnLetters(deps, await agency.actor('staf2'));
    const none = await made('staf2', nobody.id);
    expect([...none.keys()]).to.deep.equal(['index.csv']);
  });

  it('expire after a week, and their bytes go', async () => {
    const actor = await agency.actor('arsiparis');
    const ordered = await exportFiles(deps, actor, { fileIds: [fileId] });
    await made('arsiparis', ordered.id);
    const parts = await rowsOf<{ sha256: string }>(
      deps.database.adminUrl,
      'select sha256 from export_part where export_id = $1',
      [ordered.id],
    );
    deps.advance(8 * 24 * 3_600_000);
    await refusalOf(getExportFile(deps, await agency.actor('arsiparis'), { exportId: ordered.id }), 'wrong_state');
    await sweepExports(deps);
    await sweepBlobs(deps);
    const left = await rowsOf(deps.database.adminUrl, 'select 1 from blob where sha256 = any($1)', [
      parts.map((part) => part.sha256),
    ]);
    expect(parts).to.have.lengthOf.greaterThan(0);
    expect(left).to.deep.equal([]);
  });
});

function references(elements: ReturnType<typeof readXml>): { path: string; size: string; checksum: string }[] {
  return elements.flatMap(({ name, attributes }, index) => {
    const holder = name === 'FLocat' ? elements[index - 1]?.attributes : name === 'mdRef' ? attributes : undefined;
    if (!holder) return [];
    const path = attributes['xlink:href'] ?? '';
    return [{ path, size: holder['SIZE'] ?? '', checksum: holder['CHECKSUM'] ?? '' }];
  });
}
