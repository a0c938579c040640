import { read } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { typesetDispositionChain } from '../forms/typeset-disposition-chain.ts';
import type { DispositionItem } from './contract.ts';
import { loadTree } from './load-tree.ts';
import { planChain } from './plan-sheet.ts';
import { letterFacts, loadGiver, loadSheetSource } from './sheet-source.ts';
import { listFilesOf, listReportsOf, type ReportRow } from './tree-queries.ts';

export interface ExportedChain {
  items: DispositionItem[];
  reports: ReportRow[];
  /** Files of dispositions, sheets and reports whose content this desk may see. */
  fileIds: string[];
  /** The chain as one printed sheet. */
  typeset: () => Promise<Uint8Array>;
}

/** Every delivered disposition of a letter as this desk may see it; undefined when there is none. */
export function exportChain(deps: Deps, actor: DeskActor, incomingId: string): Promise<ExportedChain | undefined> {
  return read(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const tree = await loadTree(tx, deps, actor, { incomingId, isLocked: false });
    const source = await loadSheetSource(tx, deps, actor, tree);
    const [first] = source.items;
    if (!first) return undefined;
    const open = source.items.filter(({ isHidden }) => !isHidden).map(({ id }) => id);
    const all = await listReportsOf(
      tx,
      agencyId,
      source.items.map(({ id }) => id),
    );
    const reports = all.filter(({ itemId }) => open.includes(itemId));
    const ofReports = await listFilesOf(
      tx,
      agencyId,
      reports.map(({ id }) => id),
    );
    const ofItems = source.items.flatMap(({ files, sheetFile }) => [...files, ...(sheetFile ? [sheetFile] : [])]);
    const { letterhead } = await loadGiver(tx, deps, agencyId, first);
    const chain = { ...source.mark, ...letterFacts(source), letterhead, roots: planChain(source.items, all) };
    return {
      items: source.items,
      reports,
      fileIds: [...new Set([...ofItems, ...ofReports].map(({ id }) => id))],
      typeset: async () => (await typesetDispositionChain(deps.pdf, chain)).pdf,
    };
  });
}
