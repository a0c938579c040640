import type { BodyBlock, BodyTable, BodyTableCell } from './letter-sheet.ts';
import type { BlockPlan } from './plan-body.ts';
import { placeCells, type PlacedCell } from './place-cells.ts';
import { measureBlocks, planColumns } from './plan-columns.ts';

export interface CellPlan {
  x: number;
  y: number;
  colspan: number;
  rowspan: number;
  header: boolean;
  align: 'left' | 'center';
  breakable: boolean;
  content: BlockPlan[];
}

export interface TablePlan {
  type: 'table';
  fontSize: number;
  columns: number[];
  head: CellPlan[];
  repeatHead: boolean;
  rows: CellPlan[];
  /** The last two rows, kept together so that no single row is left over; empty when they may part. */
  tail: CellPlan[];
  textLength: number;
}

/** A row longer than this many characters in one cell may part at a page end. */
const LONGEST_UNBROKEN_CELL = 400;
/** A head of more rows is not repeated: it could fill the page. */
const MOST_REPEATED_HEAD_ROWS = 4;

type PlanCellBlock = (block: BodyBlock, columnMm: number) => BlockPlan;

export function planTable(table: BodyTable, widthMm: number, planBlock: PlanCellBlock): TablePlan {
  const grid = placeCells(table);
  const { widthsMm, fontSize } = planColumns(grid, widthMm);
  const headRows = countHeadRows(grid.cells, grid.rowCount);
  const serialColumns = findSerialColumns(grid.cells);
  const planCell = (placed: PlacedCell): CellPlan => {
    const { x, y, colspan, rowspan, cell } = placed;
    const cellMm = widthsMm.slice(x, x + colspan).reduce((sum, width) => sum + width, 0);
    return {
      x,
      y,
      colspan,
      rowspan,
      header: cell.type === 'tableHeader',
      align: serialColumns.has(x) && colspan === 1 ? 'center' : 'left',
      breakable: measureBlocks(cell.content).characters > LONGEST_UNBROKEN_CELL,
      content: cell.content.map((block) => planBlock(block, cellMm)),
    };
  };
  const cells = grid.cells.map(planCell);
  const tailStart = findTail(cells, headRows, grid.rowCount);
  return {
    type: 'table',
    fontSize,
    columns: widthsMm,
    head: cells.filter((cell) => cell.y < headRows),
    repeatHead: headRows <= MOST_REPEATED_HEAD_ROWS,
    rows: cells.filter((cell) => cell.y >= headRows && cell.y < tailStart),
    tail: cells.filter((cell) => cell.y >= tailStart),
    textLength: grid.cells.reduce((sum, { cell }) => sum + measureBlocks(cell.content).characters + 20, 0),
  };
}

/** Leading rows made of header cells only, with the rows their spans reach into; none when nothing would be left. */
function countHeadRows(cells: readonly PlacedCell[], rowCount: number): number {
  let head = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const inRow = cells.filter((placed) => placed.y <= row && row < placed.y + placed.rowspan);
    if (!inRow.every(({ cell }) => cell.type === 'tableHeader')) break;
    head = row + 1;
  }
  const reach = cells.filter(({ y }) => y < head).reduce((end, { y, rowspan }) => Math.max(end, y + rowspan), head);
  return reach > head || reach >= rowCount ? 0 : head;
}

/** First of the two rows to keep together; the row count when the table is short or a cell forbids it. */
function findTail(cells: readonly CellPlan[], headRows: number, rowCount: number): number {
  const start = rowCount - 2;
  const isLong = start - headRows >= 3;
  const isCrossed = cells.some(({ y, rowspan }) => y < start && y + rowspan > start);
  const isBreakable = cells.some(({ y, breakable }) => y >= start && breakable);
  return isLong && !isCrossed && !isBreakable ? start : rowCount;
}

/** Columns headed "No." are centred, as the forms do. */
function findSerialColumns(cells: readonly PlacedCell[]): Set<number> {
  const serial = cells.filter(({ cell, y }) => y === 0 && isSerialHead(cell));
  return new Set(serial.map(({ x }) => x));
}

function isSerialHead(cell: BodyTableCell): boolean {
  return (
    cell.type === 'tableHeader' && /^\s*(no\.?|nomor|nomor urut|no\. urut)\s*$/iu.test(measureBlocks(cell.content).text)
  );
}
