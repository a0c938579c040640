import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FormLetterhead, Giver, PrintMark } from '../forms/form-parts.ts';
import { senderLine } from '../incoming/sender-line.ts';
import { findLetterheadUnit, findTimeZone } from '../organisation/directory.ts';
import { findPersonName } from './command-queries.ts';
import type { DispositionItem } from './contract.ts';
import { describeItems } from './describe-items.ts';
import type { Tree } from './load-tree.ts';
import { findGiverRow } from './sheet-queries.ts';
import { inTreeOrder, visibleItems } from './visible-items.ts';

/** What every layout of the sheet is made from, as the reader may see it. */
export interface SheetSource {
  tree: Tree;
  /** Visible and delivered, depth first. */
  items: DispositionItem[];
  mark: PrintMark;
}

export async function loadSheetSource(tx: Tx, deps: Deps, actor: DeskActor, tree: Tree): Promise<SheetSource> {
  const { agencyId } = actor;
  const shown = inTreeOrder(visibleItems(tree.items, tree.reader)).filter(({ receivedAt }) => receivedAt !== null);
  return {
    tree,
    items: await describeItems(tx, deps, agencyId, { tree, items: shown }),
    mark: {
      printedAt: deps.now().toISOString(),
      printedBy: await findPersonName(tx, agencyId, actor.personId),
      timeZone: await findTimeZone(tx, agencyId),
    },
  };
}

const NO_LETTERHEAD: FormLetterhead = { government: '', unitName: '', addressLines: [] };

/** Who gave a disposition as it stands on paper, and the head of the giver's unit. */
export async function loadGiver(
  tx: Tx,
  deps: Pick<Deps, 'config'>,
  agencyId: string,
  item: DispositionItem,
): Promise<{ giver: Giver; letterhead: FormLetterhead; place: string; unitId: string }> {
  const row = await findGiverRow(tx, { agencyId, dispositionId: item.dispositionId });
  if (!row) throw new AppError('not_found');
  const unit = await findLetterheadUnit(tx, agencyId, row.unitId);
  const [, prefix, title] = /^(Pl[th]\. )?(.*)$/su.exec(item.giverTitle) ?? [];
  return {
    unitId: row.unitId,
    place: unit?.place ?? '',
    letterhead: unit?.letterhead ?? NO_LETTERHEAD,
    giver: {
      title: title ?? item.giverTitle,
      actingPrefix: prefix === 'Plt. ' ? 'Plt.' : prefix === 'Plh. ' ? 'Plh.' : null,
      name: item.giverName,
      rank: row.rank,
      nip: row.nip,
      isRegionalHead: row.isRegionalHead,
      givenAt: item.givenAt,
      recordedBy: item.recordedBy,
      verificationUrl: `${deps.config.publicUrl}/disposisi/${item.id}`,
    },
  };
}

/** Of the letter, as every layout names it. */
export function letterFacts({ tree: { row } }: SheetSource) {
  return {
    sender: senderLine(row),
    letterNumber: row.number === '' ? null : row.number,
    letterDate: row.letterDate,
    receivedAt: row.receivedAt,
    agendaNumber: row.agendaNumber === null ? null : String(row.agendaNumber),
    agendaYear: row.agendaYear ?? Number(row.receivedAt.slice(0, 4)),
    handlingGrade: row.handlingGrade,
    securityClass: row.securityClass,
    subject: row.subject,
  };
}
