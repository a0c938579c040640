import {
  attributesOf,
  below,
  childrenOf,
  isWhole,
  placeWithin,
  report,
  type BodyCheck,
  type RawNode,
  type Spot,
} from './letter-body-context.ts';
import { BODY_LIMITS, type Table, type TableCell, type TableRow } from './letter-body-nodes.ts';
import { tableShape } from './letter-body-table.ts';

type ReadCellBlocks = (check: BodyCheck, spot: Spot, node: RawNode) => TableCell['content'];

/** Reads a table; `readCellBlocks` reads what a cell holds. */
export function readTable(
  check: BodyCheck,
  spot: Spot,
  node: RawNode,
  readCellBlocks: ReadCellBlocks,
): Table | undefined {
  if (spot.inTable) {
    report(check, spot, 'bad_structure', 'Tabel di dalam tabel tidak dapat dicetak. Pindahkan ke luar tabel.');
    return undefined;
  }
  attributesOf(check, spot, node, []);
  const children = childrenOf(check, spot, node) ?? [];
  if (children.length > BODY_LIMITS.tableRows) {
    report(
      check,
      spot,
      'table_too_long',
      `Tabel lebih dari ${BODY_LIMITS.tableRows} baris. Bagi menjadi beberapa tabel atau lampirkan.`,
    );
    return undefined;
  }
  const before = check.problems.length;
  const rows: TableRow[] = [];
  for (const [index, child] of children.entries()) {
    const place = placeWithin(spot, `baris ${index + 1}`);
    const row = readRow(check, below(spot, index, { place, inTable: true, orderedDepth: 0 }), child, readCellBlocks);
    if (row) rows.push(row);
  }
  if (check.problems.length === before) checkShape(check, spot, rows);
  return { type: 'table', content: rows };
}

function readRow(check: BodyCheck, spot: Spot, node: RawNode, readCellBlocks: ReadCellBlocks): TableRow | undefined {
  if (node['type'] !== 'tableRow') {
    report(check, spot, 'bad_structure', 'Isi tabel harus berupa baris. Hapus tabel ini lalu buat ulang.');
    return undefined;
  }
  attributesOf(check, spot, node, []);
  const cells: TableCell[] = [];
  for (const [index, child] of (childrenOf(check, spot, node) ?? []).entries()) {
    const cellSpot = below(spot, index, { place: `${spot.place} kolom ${index + 1}` });
    const type = child['type'];
    if (type === 'tableCell' || type === 'tableHeader') {
      const attrs = readCellAttributes(check, cellSpot, child);
      cells.push({ type, ...(attrs ? { attrs } : {}), content: readCellBlocks(check, cellSpot, child) });
    } else {
      report(check, cellSpot, 'bad_structure', 'Isi baris harus berupa sel. Hapus tabel ini lalu buat ulang.');
    }
  }
  return { type: 'tableRow', content: cells };
}

function readCellAttributes(check: BodyCheck, spot: Spot, node: RawNode): TableCell['attrs'] | undefined {
  const attrs = attributesOf(check, spot, node, ['colspan', 'rowspan', 'colwidth']);
  const colspan = readSpan(check, spot, attrs['colspan'], BODY_LIMITS.tableColumns);
  const rowspan = readSpan(check, spot, attrs['rowspan'], BODY_LIMITS.tableRows);
  const colwidth = readWidths(check, spot, attrs['colwidth'], colspan);
  if (colspan === 1 && rowspan === 1 && !colwidth) return undefined;
  return {
    ...(colspan === 1 ? {} : { colspan }),
    ...(rowspan === 1 ? {} : { rowspan }),
    ...(colwidth ? { colwidth } : {}),
  };
}

function readSpan(check: BodyCheck, spot: Spot, value: unknown, max: number): number {
  if (value === undefined) return 1;
  if (isWhole(value, 1, max)) return value;
  report(check, spot, 'bad_attribute', `Gabungan sel harus bilangan 1 sampai ${max}. Pisahkan sel ini.`);
  return 1;
}

function readWidths(check: BodyCheck, spot: Spot, value: unknown, colspan: number): number[] | undefined {
  if (value === undefined) return undefined;
  const widths = Array.isArray(value) ? (value as unknown[]) : [];
  const isValid = widths.length === colspan && widths.every((width) => isWhole(width, 0, BODY_LIMITS.columnWidthPx));
  if (isValid) return widths.some((width) => width !== 0) ? widths : undefined;
  report(check, spot, 'bad_attribute', 'Lebar kolom tidak terbaca. Atur ulang lebar kolom tabel ini.');
  return undefined;
}

function checkShape(check: BodyCheck, spot: Spot, rows: readonly TableRow[]): void {
  const shape = tableShape(rows);
  if (shape.columns > BODY_LIMITS.tableColumns) {
    report(
      check,
      spot,
      'table_too_wide',
      `Tabel lebih dari ${BODY_LIMITS.tableColumns} kolom. Kurangi kolom atau lampirkan sebagai berkas.`,
    );
  } else if (shape.brokenRow >= 0) {
    const place = placeWithin(spot, `baris ${shape.brokenRow + 1}`);
    report(
      check,
      { ...spot, place },
      'table_not_rectangular',
      'Jumlah sel baris ini tidak sama dengan baris lain. Perbaiki gabungan selnya.',
    );
  }
}
