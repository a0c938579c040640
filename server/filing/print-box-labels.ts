import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { BoxLabel, BoxLabels } from '../forms/box-labels.ts';
import { typesetBoxLabels } from '../forms/typeset-box-labels.ts';
import type { FileReply } from '../http.ts';
import { findLetterheadUnit, findTimeZone } from '../organisation/directory.ts';
import { type LabelRow, listLabels } from './box-queries.ts';
import type { printBoxLabelsEndpoint } from './contract.ts';
import { requireArchivist } from './scope.ts';

/** Labels to cut out and stick on; the QR code of each opens its box on a phone. */
export async function printBoxLabels(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof printBoxLabelsEndpoint>,
): Promise<FileReply> {
  const unitIds = requireArchivist(actor);
  const boxIds = [...new Set(input.boxes)];
  const labels = await read(deps, actor, async (tx) => {
    const rows = await listLabels(tx, { agencyId: actor.agencyId, boxIds });
    if (rows.length < boxIds.length || rows.some(({ unitId }) => !unitIds.includes(unitId)))
      throw new AppError('not_found');
    const planned = await planLabels(tx, deps, actor.agencyId, rows);
    await recordEvents(tx, deps, actor, [{ action: 'record.labels_printed', detail: { boxIds } }]);
    return planned;
  });
  const { pdf } = await typesetBoxLabels(deps.pdf, labels);
  return { bytes: pdf, mediaType: 'application/pdf', fileName: 'label-boks.pdf', disposition: 'inline' };
}

async function planLabels(tx: Tx, deps: Deps, agencyId: string, rows: readonly LabelRow[]): Promise<BoxLabels> {
  const [first] = rows;
  const unit = first && (await findLetterheadUnit(tx, agencyId, first.unitId));
  return {
    letterhead: unit?.letterhead ?? { government: '', unitName: first?.unitName ?? '', addressLines: [] },
    labels: rows.map((row) => planLabel(deps, row)),
    printedAt: deps.now().toISOString(),
    printedBy: null,
    timeZone: await findTimeZone(tx, agencyId),
  };
}

function planLabel(deps: Deps, row: LabelRow): BoxLabel {
  const { id, code, unitName, room, rack, fileCount, firstDate, lastDate, codes, firstNumber, lastNumber } = row;
  const fromYears = row.firstYear === null ? null : `${row.firstYear}-01-01`;
  const toYears = row.lastYear === null ? null : `${row.lastYear}-12-31`;
  const url = `${deps.config.publicUrl}/berkas/kotak/${id}`;
  const period = { from: firstDate ?? fromYears, to: lastDate ?? toYears };
  return { code, unitName, room, rack, fileCount, codes, firstNumber, lastNumber, url, period };
}
