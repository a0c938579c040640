import { expect } from 'chai';
import type { Intake } from '../../server/intake/contract.ts';
import { getIntake } from '../../server/intake/get-intake.ts';
import { getIntakeFile } from '../../server/intake/get-intake-file.ts';
import { getIntakePage } from '../../server/intake/get-intake-page.ts';
import { readIntakeAgain } from '../../server/intake/read-intake-again.ts';
import type { Deps } from '../../server/deps.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { BUPATI_SINTANG, linesPdf, scanPage } from '../reading/sample-letters.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { register, upload } from '../support/registration.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { encryptedPdf, hugePng, pageBomb } from './hostile-files.ts';

describe('reading what waits in the scan queue', function () {
  this.timeout(120_000);

  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;
  let letter: Uint8Array;

  before(async () => {
    letter = await linesPdf(BUPATI_SINTANG);
  });
  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  const see = async (intakeId: string): Promise<Intake> => getIntake(deps, await agency.actor('tu'), { intakeId });
  const read = async (bytes: Uint8Array, as: Deps = deps): Promise<Intake> => {
    const { id } = await upload(deps, agency, bytes);
    expect(await drainOutbox(as)).to.deep.equal(['done']);
    return see(id);
  };

  it('shows pages, text and what the letter says, with the place it stands at', async () => {
    const item = await read(letter);
    expect(item).to.include({ state: 'ready', readFailure: null, pageCount: 1, sender: 'Bupati Sintang' });
    expect(item.proposals.number).to.include({ value: '600.1.10/1873/DPUPR-B/2026', page: 1 });
    expect(item.proposals.letterDate?.value).to.equal('2026-11-23');
    expect(item.proposals.attachmentNote?.value).to.equal('1 (satu) berkas');
    expect(item.verdict).to.equal(null);
    const page = await getIntakePage(deps, await agency.actor('tu'), { intakeId: item.id, page: 1 });
    expect(page.mediaType).to.equal('image/webp');
    const file = await getIntakeFile(deps, await agency.actor('tu'), { intakeId: item.id, ordinal: 1 });
    expect(Buffer.from(file.bytes as Uint8Array).equals(Buffer.from(letter))).to.equal(true);
  });

  it('recognises a scan, keeps a copy that can be searched, and leaves the original as it came', async () => {
    const jpeg = await (await scanPage(letter)).jpeg({ quality: 80 }).toBuffer();
    const item = await read(jpeg);
    expect(item.pages[0]?.textSource).to.equal('ocr');
    expect(item.proposals.number?.value).to.match(/1873/u);
    const sha256 = await valueOf<string>(adminUrl, 'select searchable_sha256 from intake');
    expect(
      Buffer.from(await deps.files.read(agency.agencyId, sha256))
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
    const file = await getIntakeFile(deps, await agency.actor('tu'), { intakeId: item.id, ordinal: 1 });
    expect(Buffer.from(file.bytes as Uint8Array).equals(jpeg)).to.equal(true);
  });

  it('joins further files to the item and reads it once more as a whole', async () => {
    const { id } = await upload(deps, agency, letter, { fileName: 'hal-1.pdf' });
    await drainOutbox(deps);
    await upload(deps, agency, letter, { fileName: 'hal-2.pdf', intakeId: id });
    await upload(deps, agency, letter, { fileName: 'hal-3.pdf', intakeId: id });
    deps.advance(10_000);
    expect(await drainOutbox(deps)).to.deep.equal(['done', 'done']);
    const item = await see(id);
    expect(item.pages.map(({ page, fileOrdinal }) => [page, fileOrdinal])).to.deep.equal([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    await refusalOf(upload(deps, agency, letter, { intakeId: id, as: 'tupupr' }), 'not_found');
  });

  it('reads again into the same place', async () => {
    const { id } = await read(letter);
    await readIntakeAgain(deps, await agency.actor('tu'), { intakeId: id });
    await refusalOf(readIntakeAgain(deps, await agency.actor('tu'), { intakeId: id }), 'wrong_state');
    await drainOutbox(deps);
    expect((await see(id)).state).to.equal('ready');
    const refs = `select owner_kind, count(*)::int as count from blob_ref group by owner_kind order by owner_kind`;
    expect(await rowsOf(adminUrl, refs)).to.deep.equal([
      { owner_kind: 'intake_file', count: 1 },
      { owner_kind: 'intake_page', count: 1 },
    ]);
  });

  it('gives a letter that was registered meanwhile its pages all the same', async () => {
    const { id } = await upload(deps, agency, letter);
    const { id: incomingId } = await register(deps, agency, { intakeId: id });
    await drainOutbox(deps);
    expect((await see(id)).state).to.equal('registered');
    const pages = 'select page_count from incoming_letter where id = $1';
    expect(await valueOf(adminUrl, pages, [incomingId])).to.equal(1);
  });

  it('judges the signatures of a PDF', async () => {
    await giveCertificate(deps, agency, 'kadis');
    const { id } = await signedLetter(deps, agency);
    const sha256 = await valueOf<string>(adminUrl, 'select signed_sha256 from letter where id = $1', [id]);
    const signed = Buffer.from(await deps.files.read(agency.agencyId, sha256));
    const genuine = await read(signed);
    expect(genuine.verdict).to.include({ verdict: 'valid', fileOrdinal: 1 });
    expect(genuine.verdict?.signatures[0]?.signer).to.include('Kadis');
    const grown = await read(Buffer.concat([signed, Buffer.from('\n% ditambah\n')]));
    expect(grown.verdict?.verdict).to.equal('changed');
  });

  const BROKEN: [what: string, make: () => Buffer, says: RegExp][] = [
    ['is locked', encryptedPdf, /dilindungi kata sandi/u],
    ['is damaged', () => Buffer.from('%PDF-1.7\nrusak'), /rusak atau tidak lengkap/u],
    ['has ten thousand pages', () => pageBomb(10_000), /terlalu banyak halaman/u],
    ['is a picture of 50,000 by 50,000 points', () => hugePng(50_000, 50_000), /terlalu besar untuk dibaca/u],
  ];
  for (const [what, make, says] of BROKEN)
    it(`leaves a file that ${what} for registration by hand, unchanged`, async () => {
      const bytes = make();
      const item = await read(bytes);
      expect(item.state).to.equal('ready');
      expect(item.readFailure).to.match(says);
      expect(item.readFailure).to.match(/Berkas aslinya tersimpan utuh/u);
      const registered = await register(deps, agency, { intakeId: item.id });
      expect(registered).to.include({ agendaNumber: 1, sizeBytes: bytes.length });
      const sha256 = await valueOf<string>(adminUrl, 'select sha256 from intake_file');
      expect(Buffer.from(await deps.files.read(agency.agencyId, sha256)).equals(bytes)).to.equal(true);
    });

  it('shows the pages when the recogniser dies, and says that the text is missing', async () => {
    const dead = { kind: 'program', name: 'mati', program: '/bin/false', arguments: [] } as const;
    const jpeg = await (await scanPage(letter)).jpeg().toBuffer();
    const item = await read(jpeg, { ...deps, ocrEngine: Promise.resolve(dead) });
    expect(item).to.include({ state: 'ready', pageCount: 1 });
    expect(item.readFailure).to.match(/tulisannya tidak dapat dikenali/u);
    await register(deps, agency, { intakeId: item.id });
  });

  it('takes nothing but documents and pictures', async () => {
    await refusalOf(upload(deps, agency, Buffer.from('PK\u0003\u0004 lembar kerja')), 'scan_not_document');
    await refusalOf(upload(deps, agency, letter, { as: 'staf' }), 'forbidden');
    expect(await valueOf(adminUrl, 'select count(*)::int from intake')).to.equal(0);
  });
});
