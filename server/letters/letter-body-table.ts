import type { TableRow } from './letter-body-nodes.ts';

export interface TableShape {
  columns: number;
  /** Zero-based index of the first row that is too short, too long or overlapped; -1 when the table is a rectangle. */
  brokenRow: number;
}

/** Lays the cells out with their spans, as a browser does, and tells whether they fill a rectangle without overlap. */
export function tableShape(rows: readonly TableRow[]): TableShape {
  const columns = (rows[0]?.content ?? []).reduce((sum, cell) => sum + (cell.attrs?.colspan ?? 1), 0);
  if (columns === 0) return { columns, brokenRow: 0 };
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  for (const [rowIndex, row] of rows.entries()) {
    if (!placeRow(taken, rowIndex, row)) return { columns, brokenRow: rowIndex };
  }
  return { columns, brokenRow: taken.findIndex((line) => line.includes(false)) };
}

function placeRow(taken: boolean[][], rowIndex: number, row: TableRow): boolean {
  const line = taken[rowIndex] ?? [];
  for (const cell of row.content) {
    const column = line.indexOf(false);
    if (column < 0) return false;
    const size = { colspan: cell.attrs?.colspan ?? 1, rowspan: cell.attrs?.rowspan ?? 1 };
    if (!placeCell(taken, { rowIndex, column }, size)) return false;
  }
  return !line.includes(false);
}

function placeCell(
  taken: boolean[][],
  at: { rowIndex: number; column: number },
  size: { colspan: number; rowspan: number },
): boolean {
  for (let rowIndex = at.rowIndex; rowIndex < at.rowIndex + size.rowspan; rowIndex += 1) {
    const line = taken[rowIndex];
    if (line === undefined || at.column + size.colspan > line.length) return false;
    for (let column = at.column; column < at.column + size.colspan; column += 1) {
      if (line[column] === true) return false;
      line[column] = true;
    }
  }
  return true;
}
