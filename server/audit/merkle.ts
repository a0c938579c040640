import { createHash } from 'node:crypto';

/**
 * Merkle trees as in RFC 6962, 2.1: a leaf is sha256(0x00 || data), an inner node sha256(0x01 || left || right). The tree
 * over an agency's log has the chain hashes of its events as data; leaf n is event n + 1.
 */
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(data).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** The root over the empty tree. */
export const EMPTY_ROOT = createHash('sha256').digest();

/** Largest power of two below `size`; where a tree of `size` leaves is parted. */
export function splitAt(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Whole subtree: 2^level leaves, the one at `position` from the left. */
export interface Subtree {
  level: number;
  position: number;
  hash: Buffer;
}

export interface GrowingTree {
  readonly size: number;
  /** Appends a leaf; returns the subtrees that became whole with it, smallest first. */
  push(leaf: Buffer): Subtree[];
  root(): Buffer;
}

/** A tree that grows at its right edge and remembers only the whole subtrees under its root, largest first. */
export function growTree(peaks: readonly Subtree[] = []): GrowingTree {
  const edge = [...peaks];
  let size = peaks.reduce((sum, { level }) => sum + 2 ** level, 0);
  return {
    get size() {
      return size;
    },
    push(leaf) {
      let grown: Subtree = { level: 0, position: size, hash: leaf };
      const whole: Subtree[] = [];
      for (let left = edge.at(-1); left?.level === grown.level; left = edge.at(-1)) {
        edge.pop();
        grown = { level: left.level + 1, position: left.position / 2, hash: nodeHash(left.hash, grown.hash) };
        whole.push(grown);
      }
      edge.push(grown);
      size += 1;
      return whole;
    },
    root() {
      const [last, ...rest] = edge.toReversed();
      return last ? rest.reduce((right, { hash }) => nodeHash(hash, right), last.hash) : EMPTY_ROOT;
    },
  };
}
