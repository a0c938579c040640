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
import { readParagraph, reportUnknownNode } from './letter-body-inline.ts';
import { BODY_LIMITS, listLabel, type Block, type List, type ListItem, type Paragraph } from './letter-body-nodes.ts';
import { readTable } from './letter-body-rows.ts';

/** Reads the blocks below the document, a list item or a cell; counts paragraphs, lists and tables for the places. */
export function readBlocks(check: BodyCheck, spot: Spot, nodes: readonly RawNode[]): Block[] {
  const isTop = spot.path === '';
  const count = { paragraph: 0, list: 0, table: 0 };
  const blocks: Block[] = [];
  for (const [index, node] of nodes.entries()) {
    const place = isTop ? topPlace(node, count) : spot.place;
    const block = readBlock(check, below(spot, index, { place }), node);
    if (block) blocks.push(block);
  }
  return blocks;
}

function topPlace(node: RawNode, count: { paragraph: number; list: number; table: number }): string {
  if (node['type'] === 'table') return `tabel ${(count.table += 1)}`;
  if (node['type'] === 'orderedList' || node['type'] === 'bulletList') return `daftar ${(count.list += 1)}`;
  const isBlank = node['type'] === 'paragraph' && (!Array.isArray(node['content']) || node['content'].length === 0);
  return `alinea ${isBlank ? Math.max(count.paragraph, 1) : (count.paragraph += 1)}`;
}

function readBlock(check: BodyCheck, spot: Spot, node: RawNode): Block | undefined {
  switch (node['type']) {
    case 'paragraph':
      return readParagraph(check, spot, node);
    case 'orderedList':
    case 'bulletList':
      return readList(check, spot, node, node['type']);
    case 'table':
      return readTable(check, spot, node, readCellBlocks);
    default:
      reportMisplaced(check, spot, node);
      return undefined;
  }
}

const NEVER_A_BLOCK = ['doc', 'listItem', 'tableRow', 'tableCell', 'tableHeader', 'text', 'hardBreak'];

function reportMisplaced(check: BodyCheck, spot: Spot, node: RawNode): void {
  const isKnown = NEVER_A_BLOCK.includes(String(node['type']));
  if (isKnown)
    report(check, spot, 'bad_structure', 'Susunan isi naskah rusak di sini. Hapus bagian ini lalu tulis ulang.');
  else reportUnknownNode(check, spot, node);
}

function readList(check: BodyCheck, spot: Spot, node: RawNode, type: List['type']): List | undefined {
  const listDepth = spot.listDepth + 1;
  const orderedDepth = spot.orderedDepth + (type === 'orderedList' ? 1 : 0);
  if (listDepth > BODY_LIMITS.listDepth) {
    report(
      check,
      spot,
      'list_too_deep',
      `Daftar bertingkat lebih dari ${BODY_LIMITS.listDepth} tingkat. Kurangi inden butir di bawahnya.`,
    );
    return undefined;
  }
  const start = readStart(check, spot, node, type);
  const items: ListItem[] = [];
  for (const [index, child] of (childrenOf(check, spot, node) ?? []).entries()) {
    const place = itemPlace(spot, type === 'orderedList' ? listLabel(orderedDepth, start + index) : `ke-${index + 1}`);
    const item = readItem(check, below(spot, index, { place, listDepth, orderedDepth }), child);
    if (item) items.push(item);
  }
  if (items.length === 0) {
    report(check, spot, 'bad_structure', 'Daftar tidak punya butir. Hapus daftar ini.');
    return undefined;
  }
  if (type === 'bulletList') return { type, content: items };
  return { type, ...(start === 1 ? {} : { attrs: { start } }), content: items };
}

/** `butir 2.` and, one level down, `butir 2.a.`: the labels as they stand on the paper. */
function itemPlace(spot: Spot, label: string): string {
  const isNested = /butir [^,]*$/u.test(spot.place);
  return isNested
    ? `${spot.place}${label.startsWith('ke') ? `, ${label}` : label}`
    : placeWithin(spot, `butir ${label}`);
}

const NUMBER_STYLES = ['1', 'a', 'A', 'i', 'I'];

function readStart(check: BodyCheck, spot: Spot, node: RawNode, type: List['type']): number {
  const attrs = attributesOf(check, spot, node, type === 'orderedList' ? ['start', 'type'] : []);
  if (attrs['type'] !== undefined && !NUMBER_STYLES.includes(attrs['type'] as string)) {
    report(check, spot, 'bad_attribute', 'Gaya nomor daftar tidak dikenal. Buat ulang daftar bernomor ini.');
  }
  const start = attrs['start'] ?? 1;
  if (isWhole(start, 1, BODY_LIMITS.listStart)) return start;
  report(check, spot, 'bad_attribute', `Nomor awal daftar harus bilangan 1 sampai ${BODY_LIMITS.listStart}.`);
  return 1;
}

function readItem(check: BodyCheck, spot: Spot, node: RawNode): ListItem | undefined {
  if (node['type'] !== 'listItem') {
    report(check, spot, 'bad_structure', 'Isi daftar harus berupa butir. Hapus bagian ini lalu tulis ulang.');
    return undefined;
  }
  attributesOf(check, spot, node, []);
  const before = check.problems.length;
  const content = readBlocks(check, spot, childrenOf(check, spot, node) ?? []);
  if (content[0]?.type !== 'paragraph' && check.problems.length === before) {
    report(check, spot, 'bad_structure', 'Butir daftar harus diawali teks. Tulis teks butir itu lebih dahulu.');
  }
  return { type: 'listItem', content };
}

function readCellBlocks(check: BodyCheck, spot: Spot, node: RawNode): (Paragraph | List)[] {
  const content = readBlocks(check, spot, childrenOf(check, spot, node) ?? []).filter(
    (block) => block.type !== 'table',
  );
  return content.length > 0 ? content : [{ type: 'paragraph' }];
}
