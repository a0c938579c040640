import { expect } from 'chai';
import { createHash, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { LoadJob } from '../../server/exchange/contract.ts';
import { exportFiles } from '../../server/exchange/export-files.ts';
import { exportLetter } from '../../server/exchange/export-letter.ts';
import { getExportFile } from '../../server/exchange/get-export-file.ts';
import { listLoads } from '../../server/exchange/list-loads.ts';
import { uploadLoad } from '../../server/exchange/upload-load.ts';
import { addAnnex } from '../../server/letters/annexes.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { annexPdf } from '../pdf/annex-files.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { problemsOfBag } from '../support/check-bag.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { bytesOf, sha256, unpack } from '../support/unpack.ts';

describe('the import of our own packages', () => {
  let here: TestDeps;
  let there: TestDeps;
  let sender: TestAgency;
  let receiver: TestAgency;
  let fileId: string;
  let letterId: string;
  let bag: Buffer;

  before(async function () {
    this.timeout(180_000);
    here = await makeDeps();
    there = await makeDeps();
    sender = await makeAgency(here);
    receiver = await makeAgency(there);
    await giveCertificate(here, sender, 'kadis');
    const annex = Buffer.from(await annexPdf(1));
    const first = await signedLetter(here, sender, {
      prepare: async (id) =>
        addAnnex(here, await sender.actor('staf'), { letterId: id, fileName: 'Rincian.pdf', bytes: annex }),
    });
    await signedLetter(here, sender, { subject: 'Tindak lanjut rapat' });
    letterId = first.id;
    fileId = await valueOf(
      here.database.adminUrl,
      'select f.id from record_file f join record r on r.file_id = f.id where r.letter_id = $1 and r.incoming_id is null',
      [first.id],
    );
    bag = await bagOf(here, sender, fileId);
  });
  after(async () => {
    await here.release();
    await there.release();
  });

  async function bagOf(deps: TestDeps, agency: TestAgency, id: string): Promise<Buffer> {
    const ordered = await exportFiles(deps, await agency.actor('arsiparis'), { fileIds: [id] });
    await drainOutbox(deps);
    return bytesOf(await getExportFile(deps, await agency.actor('arsiparis'), { exportId: ordered.id }));
  }

  async function load(
    bytes: Buffer,
    options: { acceptsForeign?: 'true' | 'false'; into?: TestAgency } = {},
  ): Promise<LoadJob> {
    const agency = options.into ?? receiver;
    const actor = await agency.actor('admin', { command: randomUUID() });
    const unitId = agency.unitId('kominfo');
    const started = await uploadLoad(there, actor, {
      ...{ kind: 'package', unitId, fileName: 'paket.zip', bytes },
      acceptsForeign: options.acceptsForeign ?? 'false',
    });
    await drainOutbox(there);
    const { loads } = await listLoads(there, await agency.actor('admin'));
    const found = loads.find(({ id }) => id === started.id);
    if (!found) throw new Error('the load is not listed');
    return found;
  }

  const rebuilt = async (change: (files: Map<string, Buffer>, root: string) => void): Promise<Buffer> => {
    const files = await unpack(bag);
    change(files, [...files.keys()][0]!.split('/')[0]!);
    return zipOf(files);
  };

  it('gives the same records with the same hashes, and goes out again with the same payload', async () => {
    const done = await load(bag);
    expect(done).to.include({ status: 'done', totalCount: 2, loadedCount: 2, refusedCount: 0, failure: null });
    const came = await rowsOf<{ key: string; title: string; number: string; hashes: string[] }>(
      there.database.adminUrl,
      `select d.source_key as key, d.title, d.number, (select array_agg(f.sha256 order by f.ordinal) from archive_document_file f
         where f.document_id = d.id) as hashes
       from archive_document d join record r on r.document_id = d.id join record_file f on f.id = r.file_id
       order by r.ordinal`,
    );
    const went = await rowsOf<{ id: string; subject: string; number: string; signed: string }>(
      here.database.adminUrl,
      `select l.id, l.subject, l.number, l.signed_sha256 as signed from record r join letter l on l.id = r.letter_id
       where r.file_id = $1 order by r.created_at, r.id`,
      [fileId],
    );
    expect(came.map(({ key, title, number, hashes }) => ({ key, title, number, signed: hashes[0] }))).to.deep.equal(
      went.map(({ id, subject, number, signed }) => ({
        ...{ key: `${sender.agencyId}/outgoing_letter/${id}`, title: subject, number, signed },
      })),
    );
    const newFileId = await valueOf<string>(there.database.adminUrl, 'select file_id from imported_file');
    const again = await bagOf(there, receiver, newFileId);
    expect(problemsOfBag(await unpack(again))).to.deep.equal([]);
    expect(payloadOf(await unpack(again))).to.deep.equal({
      ...payloadOf(await unpack(bag)),
      ...changedByMaker(payloadOf(await unpack(again))),
    });
  });

  it('goes out again as it was corrected here, above all with its class', async () => {
    const newFileId = await valueOf<string>(there.database.adminUrl, 'select file_id from imported_file');
    const change = (securityClass: string) =>
      rowsOf(
        there.database.adminUrl,
        `update archive_document set security_class = $1 where id in (select document_id from record where file_id = $2 and ordinal = 1)`,
        [securityClass, newFileId],
      );
    const classes = async () => {
      const files = await unpack(await bagOf(there, receiver, newFileId));
      return [...files]
        .filter(([path]) => path.endsWith('.json'))
        .flatMap(([, bytes]) => (JSON.parse(bytes.toString()) as { securityClass?: string }).securityClass ?? []);
    };
    await change('T');
    expect((await classes()).filter((found) => found === 'T')).to.have.lengthOf(1);
    await change('B');
    expect(await classes()).not.to.include('T');
  });

  it('takes nothing in twice, neither the same package nor another one with the same records', async () => {
    const count = () => valueOf<string>(there.database.adminUrl, 'select count(*) from archive_document');
    const before = await count();
    expect(await load(bag)).to.include({ status: 'done', loadedCount: 2 });
    const other = await load(await bagOf(here, sender, fileId));
    expect(other).to.include({ status: 'done', loadedCount: 0, knownCount: 2 });
    expect(await count()).to.equal(before);
  });

  it('takes a single letter', async () => {
    const zip = await bytesOf(await exportLetter(here, await sender.actor('staf'), { letterId }));
    const other = await makeAgency(there);
    expect(await load(zip, { into: other })).to.include({ status: 'done', loadedCount: 1 });
  });

  it('goes on after it was killed, without doubles', async () => {
    const agency = await makeAgency(there);
    let isKilled = false;
    there.checkpoint = () => {
      if (isKilled) return;
      isKilled = true;
      throw new Error('killed');
    };
    const actor = await agency.actor('admin', { command: randomUUID() });
    const input = { kind: 'package', unitId: agency.unitId('kominfo'), fileName: 'paket.zip', bytes: bag } as const;
    await uploadLoad(there, actor, { ...input, acceptsForeign: 'true' });
    expect(await drainOutbox(there)).to.deep.equal(['retry']);
    delete there.checkpoint;
    there.advance(120_000);
    expect(await drainOutbox(there)).to.deep.equal(['done']);
    const documents = await rowsOf(there.database.adminUrl, 'select 1 from archive_document where agency_id = $1', [
      agency.agencyId,
    ]);
    expect(documents).to.have.lengthOf(2);
  });

  it('refuses another agency unless that is meant', async () => {
    const agency = await makeAgency(there, { name: 'Pemerintah Provinsi Lain' });
    const refused = await load(bag, { into: agency });
    expect(refused.status).to.equal('failed');
    expect(refused.failure).to.match(/milik Pemerintah Provinsi Uji, bukan Pemerintah Provinsi Lain/u);
    expect(await load(bag, { into: agency, acceptsForeign: 'true' })).to.include({ status: 'done', loadedCount: 2 });
  });

  const hostile: [string, () => Promise<Buffer>, RegExp][] = [
    [
      'a changed file',
      () =>
        rebuilt((files) => {
          const path = [...files.keys()].find((one) => one.endsWith('surat.pdf'))!;
          files.set(path, Buffer.concat([files.get(path)!, Buffer.from(' ')]));
        }),
      /surat[.]pdf berubah/u,
    ],
    [
      'a package without METS',
      () => rebuilt((files, root) => void files.delete(`${root}/data/METS.xml`)),
      /METS[.]xml/u,
    ],
    [
      'a file that no manifest names',
      () => rebuilt((files, root) => void files.set(`${root}/data/selundupan.exe`, Buffer.from('MZ'))),
      /selundupan[.]exe tidak tercatat/u,
    ],
    [
      'a METS whose hash was made to fit another file',
      () =>
        rebuilt((files, root) =>
          resealed(files, root, `${root}/data/METS.xml`, (text) =>
            text.replace(/CHECKSUM="[0-9a-f]{8}/u, 'CHECKSUM="00000000'),
          ),
        ),
      /dalam METS berbeda/u,
    ],
    [
      'a path out of the folder',
      () => withPath(zipOfSync('aa/surat.pdf'), 'aa/surat.pdf', '../surat.pdf'),
      /luar foldernya/u,
    ],
    ['a link', () => linkZip(), /tautan/u],
    ['a bomb', () => bombZip(), /mengembang tidak wajar/u],
    ['something that is no ZIP', () => Promise.resolve(Buffer.from('PK bukan zip')), /bukan ZIP yang utuh/u],
    ['half a package', () => Promise.resolve(bag.subarray(0, bag.length / 2)), /bukan ZIP yang utuh/u],
  ];
  for (const [name, make, words] of hostile)
    it(`refuses ${name} with words, and takes nothing of it`, async () => {
      const agency = await makeAgency(there);
      const refused = await load(await make(), { into: agency });
      expect(refused).to.include({ status: 'failed', loadedCount: 0 });
      expect(refused.failure).to.match(words);
      const documents = await rowsOf(there.database.adminUrl, 'select 1 from archive_document where agency_id = $1', [
        agency.agencyId,
      ]);
      expect(documents).to.deep.equal([]);
    });
});

/** Hashes of the payload by path below `data/`. */
function payloadOf(files: ReadonlyMap<string, Buffer>): Record<string, string> {
  const entries = [...files].flatMap(([path, bytes]) => {
    const below = path.slice(path.indexOf('/') + 1);
    return below.startsWith('data/') ? [[below, sha256(bytes)]] : [];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** What says when and by which instance the package itself was made; everything else is the records'. */
const MAKERS = [
  'data/METS.xml',
  'data/representations/rep1/METS.xml',
  'data/documentation/README.txt',
  'data/metadata/other/berkas.json',
];
function changedByMaker(payload: Record<string, string>): Record<string, string> {
  return Object.fromEntries(MAKERS.map((path) => [path, payload[path] ?? '']));
}

async function zipOf(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [path, bytes] of files) zip.addBuffer(bytes, path, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}

function zipOfSync(path: string): Promise<Buffer> {
  return zipOf(new Map([[path, Buffer.from('%PDF-1.4')]]));
}

/** The library does not write such names itself. */
async function withPath(zip: Promise<Buffer>, from: string, to: string): Promise<Buffer> {
  return Buffer.from((await zip).toString('latin1').replaceAll(from, to), 'latin1');
}

async function linkZip(): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from('/etc/passwd'), 'metadata.json', { mode: 0o120777 });
  zip.end();
  return buffer(zip.outputStream);
}

async function bombZip(): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.alloc(64 * 2 ** 20), 'metadata.json', { compress: true });
  zip.end();
  return buffer(zip.outputStream);
}

/** Changes a payload file and puts its new sums into every manifest, as a forger would. */
function resealed(files: Map<string, Buffer>, root: string, path: string, change: (text: string) => string): void {
  const before = files.get(path)!;
  const after = Buffer.from(change(before.toString('utf8')));
  files.set(path, after);
  for (const [name, old] of replaceSum(files, `${root}/manifest-`, [[before, after]]))
    replaceSum(files, `${root}/tagmanifest-`, [[old, files.get(name)!]]);
}

/** Puts new sums in the place of old ones; the manifests as they were. */
function replaceSum(
  files: Map<string, Buffer>,
  prefix: string,
  changed: readonly (readonly [before: Buffer, after: Buffer])[],
): [string, Buffer][] {
  const manifests = [...files].filter(([name]) => name.startsWith(prefix));
  for (const [name, bytes] of manifests) {
    let text = bytes.toString('utf8');
    for (const [before, after] of changed)
      for (const [index, sum] of sums(before).entries()) text = text.replace(sum, sums(after)[index]!);
    files.set(name, Buffer.from(text));
  }
  return manifests;
}

function sums(bytes: Buffer): string[] {
  return [sha256(bytes), createHash('sha512').update(bytes).digest('hex')];
}
