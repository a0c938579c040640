import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Receipt } from '../forms/receipt.ts';
import { typesetReceipt } from '../forms/typeset-receipt.ts';
import type { FileReply } from '../http.ts';
import { canReadIncoming } from '../incoming/access.ts';
import { loadForRegistry } from '../incoming/load-incoming.ts';
import type { IncomingRow } from '../incoming/load-incoming.ts';
import { senderLine } from '../incoming/sender-line.ts';
import { findLetterheadUnit, findTimeZone } from '../organisation/directory.ts';
import { CHANNEL_LABELS } from './channel-labels.ts';
import type { getReceiptEndpoint } from './contract.ts';

/** What the person at the counter takes home: that the letter came in, and the code to follow it by. */
export async function getReceipt(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getReceiptEndpoint>,
): Promise<FileReply> {
  const receipt = await read(deps, actor, async (tx) => {
    const { row } = await loadForRegistry(tx, actor, { incomingId: input.incomingId, task: 'receive' });
    const isShown = await canReadIncoming(tx, actor, row);
    const planned = await planReceipt(tx, deps, actor.agencyId, { row, isShown });
    const detail = { agendaNumber: row.agendaNumber };
    await recordEvents(tx, deps, actor, [{ action: 'incoming.receipt_printed', letterId: row.id, detail }]);
    return planned;
  });
  const { pdf } = await typesetReceipt(deps.pdf, receipt);
  return {
    bytes: pdf,
    mediaType: 'application/pdf',
    fileName: `bukti-penerimaan-${receipt.agendaNumber}-${String(receipt.agendaYear)}.pdf`,
    disposition: 'inline',
  };
}

interface Entry {
  agendaNumber: number;
  agendaYear: number;
  trackingCode: string;
}

/** @throws AppError `wrong_state` for letters of ours, letters outside a book, and cancelled ones */
function requireEntry({ status, agendaNumber, agendaYear, trackingCode }: IncomingRow): Entry {
  if (status !== 'cancelled' && agendaNumber !== null && agendaYear !== null && trackingCode !== null)
    return { agendaNumber, agendaYear, trackingCode };
  throw new AppError('wrong_state', {
    detail: 'Bukti penerimaan hanya untuk surat dari luar yang terdaftar di buku agenda.',
  });
}

async function planReceipt(
  tx: Tx,
  deps: Deps,
  agencyId: string,
  { row, isShown }: { row: IncomingRow; isShown: boolean },
): Promise<Receipt> {
  const { agendaNumber, agendaYear, trackingCode } = requireEntry(row);
  const unit = await findLetterheadUnit(tx, agencyId, row.unitId);
  const isSecret = row.securityClass === 'R' || row.securityClass === 'SR';
  return {
    letterhead: unit?.letterhead ?? { government: '', unitName: row.unitName, addressLines: [] },
    agendaNumber: String(agendaNumber),
    agendaYear,
    receivedAt: row.receivedAt,
    sender: senderLine(row),
    letterNumber: row.number === '' ? null : row.number,
    letterDate: row.letterDate,
    subject: isSecret ? 'Surat rahasia dalam sampul tertutup' : isShown ? row.subject : 'Surat terbatas',
    attachmentText: row.attachmentNote === '' ? '-' : row.attachmentNote,
    channel: CHANNEL_LABELS[row.channel],
    receivedBy: row.registeredBy ?? row.unitName,
    trackingCode,
    trackingUrl: `${deps.config.publicUrl}/lacak/${trackingCode}`,
    trackingPage: `${new URL(deps.config.publicUrl).host}/lacak`,
    contact: null,
    printedAt: deps.now().toISOString(),
    printedBy: null,
    timeZone: await findTimeZone(tx, agencyId),
  };
}
