import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { TypesetForm } from '../pdf/typeset-form.ts';
import { typesetDispositionCard } from '../forms/typeset-disposition-card.ts';
import { typesetDispositionChain } from '../forms/typeset-disposition-chain.ts';
import { typesetDispositionForm } from '../forms/typeset-disposition-form.ts';
import type { FileReply } from '../http.ts';
import { type JoinLetter, loadIncomingDocument } from '../incoming/load-incoming-document.ts';
import { desksInOrder } from '../organisation/directory.ts';
import type { getDispositionSheetEndpoint } from './contract.ts';
import { listReach } from './line-queries.ts';
import { loadTree } from './load-tree.ts';
import { loadWordings } from './load-wordings.ts';
import { planCard, planChain, planForm } from './plan-sheet.ts';
import { letterFacts, loadGiver, loadSheetSource, type SheetSource } from './sheet-source.ts';
import { dispositionEvent } from './tell-desks.ts';
import { listReportsOf } from './tree-queries.ts';

type Wanted = InputOf<typeof getDispositionSheetEndpoint>;
type Typeset = () => Promise<TypesetForm>;

/** Desks printed beside the ticked ones. */
const USUAL_DESKS = 10;

/** Lembar disposisi as this desk may see the chain, alone or before the letter. Typeset outside the transaction. */
export async function getDispositionSheet(deps: Deps, actor: DeskActor, input: Wanted): Promise<FileReply> {
  const { typeset, join, fileName } = await read(deps, actor, async (tx) => {
    const tree = await loadTree(tx, deps, actor, { incomingId: input.incomingId, isLocked: false });
    const source = await loadSheetSource(tx, deps, actor, tree);
    const planned = await planLayout(tx, deps, actor, { source, input });
    const withLetter = input.withLetter === 'true';
    const document: JoinLetter | undefined = withLetter
      ? await loadIncomingDocument(tx, deps, actor, tree.row)
      : undefined;
    const facts = { layout: input.layout, dispositionId: input.dispositionId ?? null, withLetter };
    await recordEvents(tx, deps, actor, [dispositionEvent(tree.row, 'disposition.sheet_printed', facts)]);
    const number = tree.row.agendaNumber === null ? '' : `-${tree.row.agendaYear ?? ''}-${tree.row.agendaNumber}`;
    return { typeset: planned, join: document, fileName: `${FILE_NAMES[input.layout]}${number}.pdf` };
  });
  const { pdf } = await typeset();
  const bytes = join === undefined ? pdf : await join(pdf);
  return { bytes, mediaType: 'application/pdf', fileName, disposition: 'inline' };
}

const FILE_NAMES = { form: 'lembar-disposisi', card: 'kartu-disposisi', chain: 'rantai-disposisi' } as const;

interface Layout {
  source: SheetSource;
  input: Wanted;
}

function planLayout(tx: Tx, deps: Deps, actor: DeskActor, layout: Layout): Promise<Typeset> {
  if (layout.input.layout === 'chain') return layChain(tx, deps, actor, layout);
  return layout.input.layout === 'card' ? layCard(tx, deps, actor, layout) : layForm(tx, deps, actor, layout);
}

async function layForm(tx: Tx, deps: Deps, actor: DeskActor, { source, input }: Layout): Promise<Typeset> {
  const { agencyId } = actor;
  const first = source.items.find(({ dispositionId }) => dispositionId === (input.dispositionId ?? dispositionId));
  if (!first) throw nothingToPrint(input);
  const chosen = source.items.filter(({ dispositionId }) => dispositionId === first.dispositionId);
  const { giver, letterhead, place } = await loadGiver(tx, deps, agencyId, first);
  const desk = { agencyId, positionId: first.giverPositionId };
  const reach = await listReach(tx, { ...desk, date: source.tree.date, limit: USUAL_DESKS });
  const direct = reach.filter(({ relation }) => relation === 'direct').map(({ positionId }) => positionId);
  const titles = (await desksInOrder(tx, agencyId, source.tree.date, direct)).map(({ title }) => title);
  const planned = planForm(chosen, { titles, wordings: await loadWordings(tx, desk) });
  const form = { ...source.mark, ...letterFacts(source), letterhead, place, giver, ...planned };
  return () => typesetDispositionForm(deps.pdf, form);
}

async function layCard(tx: Tx, deps: Deps, actor: DeskActor, { source, input }: Layout): Promise<Typeset> {
  const [first] = source.items;
  if (!first) throw nothingToPrint(input);
  const { giver } = await loadGiver(tx, deps, actor.agencyId, first);
  const card = planCard(source, giver);
  return () => typesetDispositionCard(deps.pdf, card);
}

async function layChain(tx: Tx, deps: Deps, actor: DeskActor, { source, input }: Layout): Promise<Typeset> {
  const { agencyId } = actor;
  const [first] = source.items;
  if (!first) throw nothingToPrint(input);
  const { letterhead } = await loadGiver(tx, deps, agencyId, first);
  const ids = source.items.map(({ id }) => id);
  const roots = planChain(source.items, await listReportsOf(tx, agencyId, ids));
  const chain = { ...source.mark, ...letterFacts(source), letterhead, roots };
  return () => typesetDispositionChain(deps.pdf, chain);
}

function nothingToPrint({ dispositionId }: Wanted): AppError {
  if (dispositionId !== undefined) return new AppError('not_found');
  return new AppError('wrong_state', { detail: 'Surat ini belum didisposisikan, jadi belum ada lembar disposisi.' });
}
