import { expect } from 'chai';
import { correctDocument } from '../../server/filing/correct-document.ts';
import { DocumentContent } from '../../server/filing/document-contract.ts';
import { getDocument } from '../../server/filing/get-document.ts';
import { getDocumentFile } from '../../server/filing/get-document-file.ts';
import { addDocument, type DocumentToAdd } from '../../server/filing/add-document.ts';
import { uploadDocumentFile } from '../../server/filing/upload-document-file.ts';
import { recordEvents } from '../../server/audit/record-events.ts';
import { drainOutbox } from '../../workers/drain.ts';
import type { DeskKey } from '../support/agency.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { BUPATI_SINTANG, linesPdf } from '../reading/sample-letters.ts';
import { type Archive, openArchive } from './archive.ts';

describe('a document made elsewhere', function () {
  this.timeout(120_000);
  let archive: Archive;

  beforeEach(async () => {
    archive = await openArchive();
  });
  afterEach(() => archive.deps.release());

  const get = async (documentId: string, as: DeskKey = 'arsiparis') =>
    getDocument(archive.deps, await archive.agency.actor(as), { documentId });

  it('is archived with its record, waiting for a file or in the one that was chosen', async () => {
    const made = await archive.document({ number: '12/A', sender: 'Kantor Pajak' });
    expect(made).to.include({ version: 1, number: '12/A', filing: 'proposed', reading: 'none', canCorrect: true });
    expect(made.file).to.include({ title: 'e-Government 2026' });
    const own = await archive.newFile('Pajak');
    expect(await archive.document({ title: 'Kedua' }, { fileId: own.id })).to.deep.include({
      filing: 'filed',
      file: { id: own.id, number: own.number, year: 2026, title: 'Pajak' },
    });
    await archive.document({ title: 'Ketiga', documentDate: '2019-05-02' }, { fileId: own.id });
    const ofThatYear = await rowsOf(archive.adminUrl, 'select 1 from record_file where year = 2019');
    expect(ofThatYear, 'no file is opened beside the chosen one').to.deep.equal([]);
  });

  it('is refused in the future, under an unknown code, and secret without its keeper among the readers', async () => {
    const paths = async (wanted: Parameters<Archive['document']>[0]) =>
      (await refusalOf(archive.document(wanted), 'invalid_input')).fields.map(({ path }) => path);
    expect(await paths({ documentDate: '2026-11-25', classificationCode: '999.9' })).to.deep.equal([
      'content.documentDate',
      'content.classificationCode',
    ]);
    expect(await paths({ securityClass: 'R' })).to.deep.equal(['content.readerPositionIds']);
    await refusalOf(archive.document({}, { as: 'tu' }), 'forbidden');
  });

  it('is read by the unit as its class allows, and by who is named', async () => {
    const { positionId } = archive.agency.desk('arsiparis');
    const named = archive.agency.desk('kadispupr').positionId;
    const codes = async (documentId: string) => {
      const seen: Record<string, string> = {};
      for (const key of ['arsiparis', 'tu', 'staf', 'kadispupr', 'arsiparispupr'] as const)
        seen[key] = await get(documentId, key).then(
          () => 'ok',
          (error: unknown) => (error as { code: string }).code,
        );
      return seen;
    };
    const closed = { staf: 'forbidden', kadispupr: 'forbidden', arsiparispupr: 'forbidden' };
    const open = await archive.document();
    expect(await codes(open.id)).to.deep.equal({ arsiparis: 'ok', tu: 'ok', ...closed });
    const limited = await archive.document({ securityClass: 'T' });
    expect(await codes(limited.id)).to.deep.equal({ arsiparis: 'ok', tu: 'forbidden', ...closed });
    const secret = await archive.document({ securityClass: 'SR', readerPositionIds: [positionId, named] });
    const hidden = { tu: 'not_found', staf: 'not_found', arsiparispupr: 'not_found' };
    expect(await codes(secret.id)).to.deep.equal({ arsiparis: 'ok', kadispupr: 'ok', ...hidden });
    const views = await valueOf<number>(
      archive.adminUrl,
      `select count(*)::int from event where action = 'record.document_viewed'`,
    );
    expect(views).to.equal(3);
  });

  it('takes a PDF, gives it back byte for byte, and has its words read', async () => {
    const made = await archive.document({ title: 'Surat lama', pageCount: 0 });
    const actor = await archive.agency.actor('arsiparis');
    const bytes = Buffer.from(await linesPdf(BUPATI_SINTANG));
    const upload = (fileName: string) =>
      uploadDocumentFile(archive.deps, actor, { documentId: made.id, fileName, bytes });
    const withFile = await upload('surat lama.pdf');
    expect(withFile).to.include({ version: 2, reading: 'waiting', media: 'mixed', pageCount: 1 });
    expect(await drainOutbox(archive.deps)).to.deep.equal(['done']);
    expect(await get(made.id)).to.include({ reading: 'done', readFailure: null });
    const text = await valueOf<string>(archive.adminUrl, 'select body_text from archive_document where id = $1', [
      made.id,
    ]);
    expect(text).to.match(/Jembatan Ketungau/u);
    const wanted = { documentId: made.id, ordinal: 1, download: '1' } as const;
    const reply = await getDocumentFile(archive.deps, actor, wanted);
    expect(Buffer.from(reply.bytes as Uint8Array).equals(bytes)).to.equal(true);
    expect(reply).to.include({ fileName: 'surat lama.pdf', disposition: 'attachment' });
    await refusalOf(upload('lagi.pdf'), 'wrong_state');
    await refusalOf(getDocumentFile(archive.deps, await archive.agency.actor('staf'), wanted), 'forbidden');
    await refusalOf(
      uploadDocumentFile(archive.deps, actor, { documentId: made.id, fileName: 'x.exe', bytes: Buffer.from('MZ') }),
      'annex_not_document',
    );
  });

  it('is corrected with a reason; rights follow its class, and what stood there is kept', async () => {
    const made = await archive.document();
    const { positionId } = archive.agency.desk('arsiparis');
    const actor = await archive.agency.actor('arsiparis');
    const content = DocumentContent.parse({
      ...made,
      title: 'Notula yang benar',
      securityClass: 'R',
      readerPositionIds: [positionId],
    });
    const correct = (version: number) =>
      correctDocument(archive.deps, actor, { documentId: made.id, version, content, reason: 'Salah ketik' });
    const corrected = await correct(1);
    expect(corrected).to.deep.include({ version: 2, title: 'Notula yang benar' });
    expect(corrected.changes.map(({ version, reason, fields }) => ({ version, reason, fields }))).to.deep.equal([
      { version: 2, reason: 'Salah ketik', fields: ['title', 'securityClass', 'readerPositionIds'] },
    ]);
    await refusalOf(get(made.id, 'tu'), 'not_found');
    await refusalOf(correct(1), 'stale_version');
    await refusalOf(correct(2), 'invalid_input');
  });

  it('comes from a source once', async () => {
    const { deps, agency } = archive;
    const document: DocumentToAdd = {
      ...{ agencyId: agency.agencyId, unitId: agency.unitId('kominfo'), kind: 'incoming_letter', title: 'Surat lama' },
      ...{
        number: '1/2019',
        documentDate: '2019-05-02',
        sender: 'Bupati',
        recipient: '',
        summary: '',
        bodyText: 'isi',
      },
      ...{ classificationCode: '000.1', securityClass: 'B', media: 'electronic', pageCount: 1, copyStatus: 'copy' },
      ...{
        source: 'load',
        sourceKey: 'baris-1',
        origin: { baris: 1 },
        readerPositionIds: [],
        files: [],
        createdBy: null,
      },
    };
    const add = () =>
      deps.db.transaction({ agencyId: agency.agencyId }, async (tx) => {
        const { events, ...added } = await addDocument(tx, deps, document);
        await recordEvents(tx, deps, await agency.actor('arsiparis'), events);
        return added;
      });
    const first = await add();
    expect(first.isNew).to.equal(true);
    expect(await add()).to.deep.equal({ ...first, isNew: false });
    const [file] = await rowsOf(archive.adminUrl, 'select year, title from record_file where id = $1', [first.fileId]);
    expect(file).to.deep.equal({ year: 2019, title: 'Ketatausahaan dan kerumahtanggaan 2019' });
  });
});
