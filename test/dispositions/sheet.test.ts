import { expect } from 'chai';
import { PDFDocument } from 'pdf-lib';
import { getDispositionFile } from '../../server/dispositions/get-disposition-file.ts';
import { getDispositionOptions } from '../../server/dispositions/get-disposition-options.ts';
import { getDispositionSheet } from '../../server/dispositions/get-disposition-sheet.ts';
import { giveDisposition } from '../../server/dispositions/give-disposition.ts';
import { sweepDispositionFiles } from '../../server/dispositions/sweep-disposition-files.ts';
import { undoDisposition } from '../../server/dispositions/undo-disposition.ts';
import { uploadDispositionFile } from '../../server/dispositions/upload-disposition-file.ts';
import { drainOutbox } from '../../workers/drain.ts';
import type { DeskKey } from '../support/agency.ts';
import { makeIncoming } from '../support/incoming.ts';
import { refusalOf } from '../support/refusal.ts';
import { valueOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { giveCertificate, inside } from '../support/letters.ts';
import { openOffice, type Office } from './office.ts';

async function onePage(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return Buffer.from(await pdf.save());
}

const pagesOf = async (bytes: unknown) => (await PDFDocument.load(bytes as Uint8Array)).getPageCount();

describe('disposition sheets and files', () => {
  let office: Office;
  let incomingId: string;

  beforeEach(async () => {
    office = await openOffice({
      extraAppointments: [{ person: 'kabid', position: 'kadis', kind: 'plh', from: '2026-12-01', to: '2026-12-04' }],
    });
    incomingId = await makeIncoming(office.deps, office.agency);
  });
  afterEach(() => office.deps.release());

  const upload = async (key: DeskKey, fileName = 'lembar.pdf') =>
    uploadDispositionFile(office.deps, await office.agency.actor(key), { fileName, bytes: await onePage() });

  it('lets a secretary record what the official wrote, with the scan, marked as such', async () => {
    const { deps, agency } = office;
    const sekdis = await agency.actor('sekdis');
    const options = await getDispositionOptions(deps, sekdis, { incomingId });
    expect(options).to.include({ onInstruction: true });
    expect(options.giver.positionId).to.equal(agency.desk('kadis').positionId);
    const body = { incomingId, parentItemId: null, recipients: [office.recipient('kabid')] };
    await refusalOf(giveDisposition(deps, sekdis, { ...body, sheetFileId: null }), 'sheet_required');
    const foreign = await upload('kabid');
    await refusalOf(giveDisposition(deps, sekdis, { ...body, sheetFileId: foreign.id }), 'invalid_input');
    const sheet = await upload('sekdis');
    const given = await giveDisposition(deps, sekdis, { ...body, sheetFileId: sheet.id });
    expect(given.items[0]).to.deep.include({
      giverTitle: 'Kepala Dinas Komunikasi dan Informatika',
      giverName: agency.desk('kadis').name,
      recordedBy: agency.desk('sekdis').name,
      actions: ['undo'],
      sheetFile: sheet,
    });
    await undoDisposition(deps, sekdis, { dispositionId: given.id });
    const again = await giveDisposition(deps, sekdis, { ...body, sheetFileId: (await upload('sekdis')).id });
    await office.deliver();
    const received = await office.item('kabid', again.items[0]?.id ?? '');
    const file = await getDispositionFile(deps, await agency.actor('kabid'), { fileId: received.sheetFile?.id ?? '' });
    expect(await pagesOf(file.bytes)).to.equal(1);
    await refusalOf(getDispositionFile(deps, await agency.actor('staf'), { fileId: received.sheetFile?.id ?? '' }), 'forbidden');
  });

  it('gives several recipients the same file, each of them only its own disposition', async () => {
    const { deps, agency } = office;
    const { id } = await upload('kadis', 'bahan.pdf');
    const [one, two] = await office.send(incomingId, 'kadis', [
      ['kabid', { fileIds: [id] }],
      ['sekdis', { fileIds: [id], isPrivate: true }],
    ]);
    expect([one?.files[0]?.fileName, two?.files[0]?.fileName]).to.deep.equal(['bahan.pdf', 'bahan.pdf']);
    await refusalOf(getDispositionFile(deps, await agency.actor('kabid'), { fileId: two?.files[0]?.id ?? '' }), 'forbidden');
    await getDispositionFile(deps, await agency.actor('sekdis'), { fileId: one?.files[0]?.id ?? '' });
  });

  it('forgets after a day what no command used', async () => {
    const unused = await upload('kadis');
    const { deps, agency } = office;
    await office.send(incomingId, 'kadis', [['kabid', { fileIds: [(await upload('kadis')).id] }]]);
    deps.advance(25 * 3_600_000);
    await sweepDispositionFiles(deps);
    await refusalOf(getDispositionFile(deps, await agency.actor('kadis'), { fileId: unused.id }), 'not_found');
    expect(await valueOf(deps.database.adminUrl, 'select count(*)::int from disposition_file')).to.equal(1);
    expect(await valueOf(deps.database.adminUrl, `select count(*)::int from blob_ref where owner_kind = 'disposition_file'`)).to.equal(1);
  });

  it('lets an acting official give only within the dates, and shows who it was', async () => {
    const { deps, agency } = office;
    deps.setNow(new Date('2026-12-02T02:00:00Z'));
    const acting = await valueOf<string>(deps.database.adminUrl, `select id from appointment where kind = 'plh'`);
    const definitive = await agency.actor('kadis');
    expect(definitive.canAct).to.equal(false);
    const body = { incomingId, parentItemId: null, recipients: [office.recipient('sekdis')], sheetFileId: null };
    await refusalOf(giveDisposition(deps, definitive, body), 'desk_read_only');
    const actor = { ...definitive, personId: agency.desk('kabid').personId, appointmentId: acting, appointmentKind: 'plh' as const, canAct: true };
    const given = await giveDisposition(deps, actor, body);
    expect(given.items[0]).to.include({
      giverTitle: 'Plh. Kepala Dinas Komunikasi dan Informatika',
      giverName: agency.desk('kabid').name,
    });
    deps.setNow(new Date('2026-12-04T17:00:00Z'));
    await drainOutbox(deps);
    expect((await agency.actor('kadis')).canAct).to.equal(true);
    expect((await office.item('kadis', given.items[0]?.id ?? '')).giverTitle).to.match(/^Plh\./u);
  });

  it('prints form, card and chain, and joins them to the letter', async function () {
    this.timeout(60_000);
    const { deps, agency } = office;
    await giveCertificate(deps, agency, 'kadis');
    const letter = await signedLetter(deps, agency, { to: [inside(agency, 'kadispupr')] });
    const ownId = await valueOf<string>(deps.database.adminUrl, 'select id from incoming_letter where origin_letter_id = $1', [letter.id]);
    const kadispupr = await agency.actor('kadispupr');
    const ask = { incomingId: ownId, layout: 'form', withLetter: 'false' } as const;
    await refusalOf(getDispositionSheet(deps, kadispupr, ask), 'wrong_state');
    await office.send(ownId, 'kadispupr', [
      ['tupupr', { instructions: ['Tindak lanjuti'], note: 'Segera', dueDate: '2026-11-27' }],
      ['arsiparispupr', { instructions: ['Untuk diketahui'], dueDate: '2026-11-30' }],
    ]);
    for (const layout of ['form', 'card', 'chain'] as const) {
      const alone = await getDispositionSheet(deps, await agency.actor('tupupr'), { ...ask, layout });
      const joined = await getDispositionSheet(deps, await agency.actor('tupupr'), { ...ask, layout, withLetter: 'true' });
      expect(alone.mediaType).to.equal('application/pdf');
      expect(await pagesOf(joined.bytes), layout).to.be.greaterThan(await pagesOf(alone.bytes));
    }
    const printed = `select count(*)::int from event where action = 'disposition.sheet_printed'`;
    expect(await valueOf(deps.database.adminUrl, printed)).to.equal(6);
    await refusalOf(getDispositionSheet(deps, await agency.actor('sekda'), ask), 'forbidden');
  });
});
