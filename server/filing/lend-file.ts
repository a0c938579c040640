import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { addWorkingDays } from '../dispositions/deadlines.ts';
import { AppError } from '../errors.ts';
import { loadPublicHolidays } from '../letters/load-public-holidays.ts';
import { notify } from '../notifications/notify.ts';
import { loadCalendar } from '../organisation/calendar.ts';
import { findHolder, today } from '../organisation/directory.ts';
import { formatDate } from '../pdf/format-date.ts';
import type { lendFileEndpoint } from './contract.ts';
import { describeLoan } from './describe-loan.ts';
import type { LockedFile } from './file-command-queries.ts';
import { sumFile } from './file-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import { lockFileFor } from './load-file.ts';
import type { Loan } from './loan-contract.ts';
import { countUnreadable, findBorrower, insertLoan } from './loan-queries.ts';
import { fileNumber } from './states.ts';

const USUAL_DAYS = 5;

/** Gives the paper of a file to a desk that may read it. Of several that lend at once, one does. */
export async function lendFile(deps: Deps, actor: DeskActor, input: InputOf<typeof lendFileEndpoint>): Promise<Loan> {
  const isNational = await loadPublicHolidays();
  return command(deps, actor, async (tx) => {
    const { fileId, borrowerPositionId, purpose } = input;
    const { agencyId, positionId, personId } = actor;
    const { file } = await lockFileFor(tx, actor, { fileId, action: 'lend' });
    await requirePaper(tx, agencyId, file);
    await requireReader(tx, agencyId, file, borrowerPositionId);
    const { date } = await today(tx, deps, agencyId);
    const calendar = await loadCalendar(tx, agencyId, isNational);
    const dueDate = input.dueDate ?? addWorkingDays(date, USUAL_DAYS, calendar);
    if (dueDate < date)
      throw new AppError('invalid_input', {
        fields: [{ path: 'dueDate', message: 'Tanggal kembali sudah lewat. Isi tanggal hari ini atau sesudahnya.' }],
      });
    const holder = await findHolder(tx, { agencyId, positionId: borrowerPositionId, date });
    const [id, now] = [uuidv7(), deps.now()];
    const loan = { agencyId, id, unitId: file.unitId, fileId, borrowerPositionId, purpose, dueDate, now };
    const borrowerPersonId = holder?.personId ?? null;
    if (!(await insertLoan(tx, { ...loan, borrowerPersonId, positionId, personId })))
      throw new AppError('wrong_state', { detail: 'Berkas ini sedang dipinjam. Catat pengembaliannya lebih dahulu.' });
    const text = `Berkas ${fileNumber(file)} dipinjamkan kepada Anda, kembalikan paling lambat ${formatDate(dueDate)}`;
    const notice = { agencyId, positionIds: [borrowerPositionId], kind: 'file.lent', letterId: null, text, now };
    await notify(tx, { ...notice, path: '/berkas/peminjaman' });
    const changes = { loanId: id, borrowerPositionId, purpose, dueDate };
    const event = await keepFileChange(tx, deps, actor, { fileId, version: file.version, kind: 'lent', changes });
    const described = await describeLoan(tx, { agencyId, loanId: id, today: date });
    await recordEvents(tx, deps, actor, [event]);
    return described;
  });
}

async function requirePaper(tx: Tx, agencyId: string, file: LockedFile): Promise<void> {
  const { paperCount } = await sumFile(tx, { agencyId, fileId: file.id, isArchivist: true });
  if (paperCount > 0 || file.boxId !== null) return;
  throw new AppError('wrong_state', {
    detail: 'Berkas ini tidak memuat kertas. Isinya dibaca langsung di Lontar, tidak perlu dipinjamkan.',
  });
}

/** Paper shows everything in it: a desk that may not read an item does not get the file. */
async function requireReader(tx: Tx, agencyId: string, file: LockedFile, positionId: string): Promise<void> {
  const refuse = (message: string) =>
    new AppError('invalid_input', { fields: [{ path: 'borrowerPositionId', message }] });
  const borrower = await findBorrower(tx, { agencyId, positionId });
  if (!borrower) throw refuse('Jabatan peminjam tidak ditemukan. Pilih dari daftar.');
  const unread = await countUnreadable(tx, {
    ...{ agencyId, fileId: file.id, positionId },
    isOwnOpd: borrower.opdId === file.unitId,
    isArchivist: borrower.archivistUnits.includes(file.unitId),
  });
  if (unread.secret > 0)
    throw refuse('Berkas ini memuat arsip rahasia yang tidak boleh dibaca jabatan itu. Pilih jabatan yang berhak.');
  if (unread.limited > 0)
    throw refuse('Berkas ini memuat arsip yang belum boleh dibaca jabatan itu. Pilih jabatan yang berhak.');
}
