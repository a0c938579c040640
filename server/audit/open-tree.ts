import type { Tx } from '../db.ts';
import { growTree, leafHash, nodeHash, splitAt, type GrowingTree, type Subtree } from './merkle.ts';
import type { RangeRoot } from './merkle-proof.ts';
import { findNode, listEventHashes } from './root-queries.ts';

/** Whole subtrees from this level up are stored; below, the events are read again. */
export const STORED_LEVEL = 8;
const STORED_LEAVES = 2 ** STORED_LEVEL;

/** The agency's tree of the first `size` events, ready to grow; read from the stored subtrees and at most 255 events. */
export async function openTree(tx: Tx, agencyId: string, size: number): Promise<GrowingTree> {
  const peaks: Subtree[] = [];
  let covered = 0;
  for (let level = Math.floor(Math.log2(Math.max(size, 1))); level >= STORED_LEVEL; level -= 1) {
    const leaves = 2 ** level;
    if (size - covered < leaves) continue;
    const position = covered / leaves;
    peaks.push({ level, position, hash: await nodeOf(tx, agencyId, level, position) });
    covered += leaves;
  }
  const tree = growTree(peaks);
  for (const hash of await listEventHashes(tx, agencyId, covered, size)) tree.push(leafHash(hash));
  if (tree.size !== size) throw new Error(`events are missing before ${size}: the tree has ${tree.size} leaves`);
  return tree;
}

/** Roots over ranges of the agency's events, as paths need them. */
export function openRanges(tx: Tx, agencyId: string): RangeRoot {
  const rangeRoot: RangeRoot = async (from, to) => {
    const size = to - from;
    if (size > STORED_LEAVES || (size === STORED_LEAVES && from % STORED_LEAVES === 0)) {
      const level = Math.log2(size);
      if (Number.isInteger(level) && from % size === 0) return nodeOf(tx, agencyId, level, from / size);
      const middle = from + splitAt(size);
      return nodeHash(await rangeRoot(from, middle), await rangeRoot(middle, to));
    }
    const tree = growTree();
    for (const hash of await listEventHashes(tx, agencyId, from, to)) tree.push(leafHash(hash));
    if (tree.size !== size) throw new Error(`events are missing between ${from} and ${to}`);
    return tree.root();
  };
  return rangeRoot;
}

async function nodeOf(tx: Tx, agencyId: string, level: number, position: number): Promise<Buffer> {
  const hash = await findNode(tx, agencyId, level, position);
  if (!hash) throw new Error(`the Merkle tree of ${agencyId} lacks node ${level}/${position}`);
  return hash;
}
