import type { BodyTable, BodyTableCell } from './letter-sheet.ts';

export interface PlacedCell {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly cell: BodyTableCell;
}

export interface CellGrid {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly cells: readonly PlacedCell[];
}

/** Gives each cell its place as HTML does; spans that would overlap or leave the table are cut. */
export function placeCells(table: BodyTable): CellGrid {
  const taken: boolean[][] = table.content.map(() => []);
  const rowCount = taken.length;
  const cells: PlacedCell[] = [];
  for (const [y, row] of table.content.entries()) {
    for (const cell of row.content) {
      const placed = placeCell(taken, y, cell);
      mark(taken, placed);
      cells.push(placed);
    }
  }
  const columnCount = cells.reduce((most, { x, colspan }) => Math.max(most, x + colspan), 1);
  return { columnCount, rowCount, cells };
}

function placeCell(taken: readonly boolean[][], y: number, cell: BodyTableCell): PlacedCell {
  const row = taken[y] ?? [];
  let x = 0;
  while (row[x]) x += 1;
  let colspan = 1;
  while (colspan < (cell.attrs?.colspan ?? 1) && !row[x + colspan]) colspan += 1;
  const rowspan = Math.max(1, Math.min(cell.attrs?.rowspan ?? 1, taken.length - y));
  return { x, y, colspan, rowspan, cell };
}

function mark(taken: readonly boolean[][], { x, y, colspan, rowspan }: PlacedCell): void {
  for (const row of taken.slice(y, y + rowspan)) {
    for (let column = x; column < x + colspan; column += 1) row[column] = true;
  }
}
