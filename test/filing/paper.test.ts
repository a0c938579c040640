import { expect } from 'chai';
import { addStorageBox } from '../../server/filing/add-storage-box.ts';
import { closeRecordFile } from '../../server/filing/close-record-file.ts';
import { editRecordFile } from '../../server/filing/edit-record-file.ts';
import { editStorageBox } from '../../server/filing/edit-storage-box.ts';
import { getStorageBox } from '../../server/filing/get-storage-box.ts';
import { lendFile } from '../../server/filing/lend-file.ts';
import { listLegalHolds } from '../../server/filing/list-legal-holds.ts';
import { listLoans } from '../../server/filing/list-loans.ts';
import { listStorageBoxes } from '../../server/filing/list-storage-boxes.ts';
import { mergeRecordFile } from '../../server/filing/merge-record-file.ts';
import { placeLegalHold } from '../../server/filing/place-legal-hold.ts';
import { printBoxLabels } from '../../server/filing/print-box-labels.ts';
import { releaseLegalHold } from '../../server/filing/release-legal-hold.ts';
import { returnLoan } from '../../server/filing/return-loan.ts';
import { sweepLoans } from '../../server/filing/sweep-loans.ts';
import { listNotifications } from '../../server/notifications/list-notifications.ts';
import type { DeskKey } from '../support/agency.ts';
import { refusalOf } from '../support/refusal.ts';
import { type Archive, openArchive } from './archive.ts';

describe('paper and its keeping', () => {
  let archive: Archive;

  beforeEach(async () => {
    archive = await openArchive();
  });
  afterEach(() => archive.deps.release());

  const archivist = () => archive.agency.actor('arsiparis');
  const box = { code: 'B-012', room: 'Ruang Arsip 1', rack: 'B-3', note: '' };

  async function fileWithPaper(title = 'Berkas kertas', wanted: Parameters<Archive['document']>[0] = {}) {
    const own = await archive.newFile(title);
    await archive.document(wanted, { fileId: own.id });
    return own;
  }

  describe('boxes', () => {
    it('hold files in folders, under a code that is unique in the unit', async () => {
      const actor = await archivist();
      const made = await addStorageBox(archive.deps, actor, box);
      await refusalOf(addStorageBox(archive.deps, actor, box), 'invalid_input');
      const own = await fileWithPaper();
      const { id: fileId, version, title, description } = own;
      const placed = await editRecordFile(archive.deps, actor, {
        ...{ fileId, version, title, description, boxId: made.id, folder: '4' },
      });
      expect(placed).to.deep.include({
        folder: '4',
        box: { id: made.id, code: 'B-012', room: 'Ruang Arsip 1', rack: 'B-3' },
      });
      const opened = await getStorageBox(archive.deps, actor, { boxId: made.id });
      expect(opened).to.include({ fileCount: 1, firstYear: 2026, lastYear: 2026, canEdit: true });
      expect(opened.files.map(({ id, folder }) => [id, folder])).to.deep.equal([[fileId, '4']]);
      const seen = await getStorageBox(archive.deps, await archive.agency.actor('staf'), { boxId: made.id });
      expect(seen).to.include({ canEdit: false });
      await refusalOf(
        getStorageBox(archive.deps, await archive.agency.actor('arsiparispupr'), { boxId: made.id }),
        'not_found',
      );
      const moved = await editStorageBox(archive.deps, actor, { ...box, boxId: made.id, version: 1, rack: 'C-1' });
      expect(moved).to.include({ rack: 'C-1', version: 2 });
      await refusalOf(editStorageBox(archive.deps, actor, { ...box, boxId: made.id, version: 1 }), 'stale_version');
    });

    it('are listed by code in pages, for archivists', async () => {
      const actor = await archivist();
      for (const code of ['B-3', 'B-1', 'B-2']) await addStorageBox(archive.deps, actor, { ...box, code });
      const first = await listStorageBoxes(archive.deps, actor, { q: '', limit: 2 });
      expect(first.boxes.map(({ code }) => code)).to.deep.equal(['B-1', 'B-2']);
      const second = await listStorageBoxes(archive.deps, actor, { q: '', limit: 2, after: first.next ?? '' });
      expect(second.boxes.map(({ code }) => code)).to.deep.equal(['B-3']);
      await refusalOf(
        listStorageBoxes(archive.deps, await archive.agency.actor('tu'), { q: '', limit: 2 }),
        'forbidden',
      );
    });

    it('get labels as PDF, one or many', async function () {
      this.timeout(60_000);
      const actor = await archivist();
      const boxes: string[] = [];
      for (const code of ['B-1', 'B-2']) boxes.push((await addStorageBox(archive.deps, actor, { ...box, code })).id);
      const reply = await printBoxLabels(archive.deps, actor, { boxes });
      expect(
        Buffer.from(reply.bytes as Uint8Array)
          .subarray(0, 5)
          .toString(),
      ).to.equal('%PDF-');
      const stranger = await archive.agency.actor('arsiparispupr');
      await refusalOf(printBoxLabels(archive.deps, stranger, { boxes }), 'not_found');
    });
  });

  describe('loans', () => {
    const lend = async (fileId: string, to: DeskKey, dueDate?: string) =>
      lendFile(archive.deps, await archivist(), {
        ...{ fileId, borrowerPositionId: archive.agency.desk(to).positionId, purpose: 'Bahan rapat' },
        ...(dueDate === undefined ? {} : { dueDate }),
      });
    const loans = async (as: DeskKey, state: 'out' | 'late' | 'returned' = 'out') =>
      listLoans(archive.deps, await archive.agency.actor(as), { state, limit: 10 });

    it('are due in five working days, and end with the return', async () => {
      const own = await fileWithPaper();
      const loan = await lend(own.id, 'kabid');
      expect(loan).to.include({
        dueDate: '2026-12-01',
        isLate: false,
        borrowerName: archive.agency.desk('kabid').name,
      });
      expect((await archive.file(own.id)).loan).to.include({ id: loan.id });
      expect((await loans('kabid')).loans.map(({ id }) => id)).to.deep.equal([loan.id]);
      expect((await loans('staf')).loans).to.deep.equal([]);
      const back = { loanId: loan.id, version: loan.version, note: 'Lengkap' };
      await refusalOf(returnLoan(archive.deps, await archive.agency.actor('kabid'), back), 'forbidden');
      await refusalOf(returnLoan(archive.deps, await archive.agency.actor('staf'), back), 'not_found');
      expect(await returnLoan(archive.deps, await archivist(), back)).to.include({ returnNote: 'Lengkap' });
      await refusalOf(returnLoan(archive.deps, await archivist(), back), 'wrong_state');
      expect((await loans('arsiparis')).outCount).to.equal(0);
      expect((await loans('arsiparis', 'returned')).loans).to.have.lengthOf(1);
    });

    it('are refused without paper, in the past, and to a desk that may not read what is inside', async () => {
      const electronic = await fileWithPaper('Elektronik', { media: 'electronic' });
      await refusalOf(lend(electronic.id, 'kabid'), 'wrong_state');
      const own = await fileWithPaper();
      await refusalOf(lend(own.id, 'kabid', '2026-11-23'), 'invalid_input');
      await refusalOf(lend(own.id, 'kadispupr'), 'invalid_input');
      const { positionId } = archive.agency.desk('arsiparis');
      const named = archive.agency.desk('kadis').positionId;
      await archive.document({ securityClass: 'R', readerPositionIds: [positionId, named] }, { fileId: own.id });
      const refusal = await refusalOf(lend(own.id, 'kabid'), 'invalid_input');
      expect(refusal.fields[0]?.message).to.match(/arsip rahasia/u);
      expect(await lend(own.id, 'kadis')).to.include({ isLate: false });
    });

    it('are reminded of once a day when they are late', async () => {
      const own = await fileWithPaper();
      await lend(own.id, 'kabid');
      archive.deps.setNow(new Date('2026-12-02T01:00:00Z'));
      await Promise.all([sweepLoans(archive.deps), sweepLoans(archive.deps)]);
      await sweepLoans(archive.deps);
      const notices = async (as: DeskKey) =>
        (await listNotifications(archive.deps, await archive.agency.actor(as))).items.map(({ text, path }) => [
          text.replaceAll('\u00a0', ' '),
          path,
        ]);
      expect((await notices('kabid'))[0]).to.deep.equal([
        'Berkas 001/2026 belum Anda kembalikan, tenggat 1 Desember 2026',
        '/berkas/peminjaman',
      ]);
      expect(await notices('kabid')).to.have.lengthOf(2);
      expect(await notices('arsiparis')).to.deep.equal([
        ['Berkas 001/2026 belum kembali, tenggat 1 Desember 2026', '/berkas/peminjaman'],
      ]);
      expect((await loans('arsiparis', 'late')).lateCount).to.equal(1);
      archive.deps.setNow(new Date('2026-12-03T01:00:00Z'));
      await sweepLoans(archive.deps);
      expect(await notices('kabid')).to.have.lengthOf(3);
    });
  });

  describe('legal holds', () => {
    it('keep files from being merged, not from being closed, until they are released', async () => {
      const [own, other] = [await fileWithPaper('Diperiksa'), await fileWithPaper('Lain')];
      const actor = await archivist();
      const wanted = { caseNumber: '12/Pid.Sus/2026', reason: 'Penyidikan berjalan' };
      const hold = await placeLegalHold(archive.deps, actor, { fileIds: [own.id, other.id], ...wanted });
      expect(hold.files.map(({ id }) => id)).to.have.members([own.id, other.id]);
      expect((await archive.file(own.id)).holds.map(({ caseNumber }) => caseNumber)).to.deep.equal(['12/Pid.Sus/2026']);
      const merge = { fileId: own.id, version: own.version, intoFileId: other.id, reason: 'Kegiatan yang sama' };
      await refusalOf(mergeRecordFile(archive.deps, actor, merge), 'wrong_state');
      const closed = await closeRecordFile(archive.deps, actor, {
        fileId: own.id,
        version: own.version,
        closedOn: '2026-11-24',
      });
      expect(closed).to.include({ isHeld: true, status: 'closed' });
      const release = { holdId: hold.id, version: hold.version, reason: 'Putusan sudah tetap' };
      await refusalOf(
        releaseLegalHold(archive.deps, await archive.agency.actor('arsiparispupr'), release),
        'not_found',
      );
      expect(await releaseLegalHold(archive.deps, actor, release)).to.include({ releaseReason: 'Putusan sudah tetap' });
      await refusalOf(releaseLegalHold(archive.deps, actor, release), 'wrong_state');
      expect((await archive.file(own.id)).isHeld).to.equal(false);
      expect((await listLegalHolds(archive.deps, actor)).holds).to.have.lengthOf(1);
    });

    it('are placed on all files or none, and only on own ones', async () => {
      const own = await fileWithPaper();
      const foreign = await archive.newFile('Unit lain', { as: 'arsiparispupr' });
      const actor = await archivist();
      const wanted = { caseNumber: '1', reason: 'Pemeriksaan BPK' };
      await refusalOf(placeLegalHold(archive.deps, actor, { fileIds: [own.id, foreign.id], ...wanted }), 'not_found');
      expect((await archive.file(own.id)).isHeld).to.equal(false);
      await refusalOf(
        placeLegalHold(archive.deps, await archive.agency.actor('staf'), { fileIds: [own.id], ...wanted }),
        'forbidden',
      );
    });
  });
});
