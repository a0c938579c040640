import { bindWords } from './bind-words.ts';
import type { BodyBlock } from './letter-sheet.ts';
import { widthEm } from './measure-text.ts';
import type { CellGrid } from './place-cells.ts';

export interface ColumnPlan {
  /** One width per column, in mm; together the width of the table. */
  readonly widthsMm: number[];
  /** In points: the largest size at which no word has to be cut. */
  readonly fontSize: number;
}

const FONT_SIZES = [10, 9.5, 9, 8.5, 8] as const;
const MM_PER_POINT = 25.4 / 72;
const INSET_MM = 4;
/** Rounding and rules; without it a word that just fits would wrap. */
const SLACK_MM = 0.4;
const NARROWEST_MM = 6;

interface Demand {
  least: number;
  natural: number;
}

/** Column widths as set by hand in the editor, else by what the cells hold (the CSS automatic table layout). */
export function planColumns(grid: CellGrid, widthMm: number): ColumnPlan {
  const demandsEm = columnDemands(grid);
  const chosen = chosenWidths(grid);
  const fit = (size: number): Demand[] =>
    demandsEm.map(({ least, natural }) => ({ least: toMm(least, size), natural: toMm(natural, size) }));
  for (const fontSize of FONT_SIZES) {
    const demands = fit(fontSize);
    if (sum(demands.map(({ least }) => least)) <= widthMm) {
      return { widthsMm: chosen ? scale(chosen, widthMm) : share(demands, widthMm), fontSize };
    }
  }
  const least = fit(8).map((demand) => demand.least);
  return { widthsMm: scale(chosen ?? least, widthMm), fontSize: 8 };
}

function toMm(em: number, size: number): number {
  return Math.max(em * size * MM_PER_POINT + INSET_MM + SLACK_MM, NARROWEST_MM);
}

function columnDemands(grid: CellGrid): Demand[] {
  const demands = Array.from({ length: grid.columnCount }, () => ({ least: 0, natural: 0 }));
  for (const { x, colspan, cell } of grid.cells) {
    const demand = demands[x];
    if (colspan > 1 || !demand) continue;
    const { widestWordEm, widestLineEm } = measureBlocks(cell.content);
    demand.least = Math.max(demand.least, widestWordEm);
    demand.natural = Math.max(demand.natural, widestLineEm);
  }
  return demands;
}

/** Columns that need less than their fair share get what they need; the long ones part the rest. */
function share(demands: readonly Demand[], widthMm: number): number[] {
  const natural = demands.map((demand) => demand.natural);
  if (sum(natural) <= widthMm) return spread(natural, widthMm);
  const widths: (number | undefined)[] = demands.map(() => undefined);
  let free = widthMm;
  for (let isSettled = false; !isSettled;) {
    const open = demands.flatMap((_, index) => (widths[index] === undefined ? [index] : []));
    const fair = free / open.length;
    const leastOfOthers = sum(demands.filter((_, index) => widths[index] === undefined).map(({ least }) => least));
    const content = open.find((index) => {
      const demand = demands[index];
      return demand && demand.natural <= fair && free - demand.natural >= leastOfOthers - demand.least;
    });
    isSettled = content === undefined;
    if (content !== undefined) {
      widths[content] = natural[content];
      free -= natural[content] ?? 0;
    }
  }
  return shareRest(demands, widths, free);
}

/** Root weights: a column of long sentences may not press the others down to single words. */
function shareRest(demands: readonly Demand[], widths: readonly (number | undefined)[], free: number): number[] {
  const open = demands.map((demand, index) => (widths[index] === undefined ? demand : { least: 0, natural: 0 }));
  const surplus = free - sum(open.map(({ least }) => least));
  const weights = open.map(({ least, natural }) => Math.sqrt(Math.max(natural - least, 0)));
  const total = sum(weights) || 1;
  return open.map(({ least }, index) => widths[index] ?? least + (surplus * (weights[index] ?? 0)) / total);
}

/** Free width goes to the columns that hold text: a serial number stays narrow. */
function spread(natural: readonly number[], widthMm: number): number[] {
  const weights = natural.map((width) => Math.max(width - 12, 0.01));
  const free = widthMm - sum(natural);
  return natural.map((width, index) => width + (free * (weights[index] ?? 0)) / sum(weights));
}

function chosenWidths(grid: CellGrid): number[] | null {
  const widths: number[] = [];
  for (const { x, colspan, cell } of grid.cells) {
    for (let step = 0; step < colspan; step += 1) {
      const width = cell.attrs?.colwidth?.[step];
      if (width !== undefined && width > 0) widths[x + step] ??= width;
    }
  }
  const isComplete = Array.from({ length: grid.columnCount }, (_, x) => widths[x]).every(
    (width) => width !== undefined,
  );
  return isComplete ? widths : null;
}

function scale(widths: readonly number[], widthMm: number): number[] {
  const factor = widthMm / sum(widths);
  return widths.map((width) => width * factor);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export interface BlockMeasure {
  readonly text: string;
  readonly characters: number;
  readonly widestWordEm: number;
  readonly widestLineEm: number;
}

/** Text of nested blocks and how wide it would stand, in em of the bold face. */
export function measureBlocks(blocks: readonly BodyBlock[], indentEm = 0): BlockMeasure {
  const lines = blocks.flatMap((block) => linesOf(block, indentEm));
  const text = lines.map((line) => line.text).join('\n');
  return {
    text,
    characters: text.length,
    widestWordEm: Math.max(0, ...lines.map((line) => line.indentEm + widestWord(line.text))),
    widestLineEm: Math.max(0, ...lines.map((line) => line.indentEm + widthOf(line.text))),
  };
}

interface MeasuredLine {
  text: string;
  indentEm: number;
}

function linesOf(block: BodyBlock, indentEm: number): MeasuredLine[] {
  switch (block.type) {
    case 'paragraph': {
      const text = (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
      return text.split('\n').map((line) => ({ text: line, indentEm }));
    }
    case 'orderedList':
    case 'bulletList':
      return block.content.flatMap((item) => item.content.flatMap((inner) => linesOf(inner, indentEm + 2)));
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.flatMap((inner) => linesOf(inner, indentEm + 2))),
      );
  }
}

/** A non-breaking space holds words together, so it does not split here. */
function widestWord(line: string): number {
  return Math.max(
    0,
    ...bindWords(line)
      .split(/[ \t\-–/]+/u)
      .map(widthOf),
  );
}

function widthOf(text: string): number {
  return widthEm(text, '700Bold');
}
