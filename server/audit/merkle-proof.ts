import { nodeHash, splitAt } from './merkle.ts';

/** Gives the root over leaves `from` (counted from 0) up to but not including `to`. */
export type RangeRoot = (from: number, to: number) => Promise<Buffer>;

/** RFC 6962, 2.1.1: the audit path of leaf `index` in the tree of the first `size` leaves, from the leaf upwards. */
export async function inclusionPath(rangeRoot: RangeRoot, index: number, size: number): Promise<Buffer[]> {
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitAt(to - from);
    const isLeft = index < middle;
    path.push(await (isLeft ? rangeRoot(middle, to) : rangeRoot(from, middle)));
    if (isLeft) to = middle;
    else from = middle;
  }
  return path.reverse();
}

/** RFC 6962, 2.1.2: shows that the tree of `oldSize` leaves (at least one) is a beginning of the tree of `newSize`. */
export async function consistencyPath(rangeRoot: RangeRoot, oldSize: number, newSize: number): Promise<Buffer[]> {
  const path: Buffer[] = [];
  let [from, to] = [0, newSize];
  while (oldSize < to) {
    const middle = from + splitAt(to - from);
    const isLeft = oldSize <= middle;
    path.push(await (isLeft ? rangeRoot(middle, to) : rangeRoot(from, middle)));
    if (isLeft) to = middle;
    else from = middle;
  }
  if (from > 0) path.push(await rangeRoot(from, to));
  return path.reverse();
}

/** RFC 9162, 2.1.3.2: the root that leaf and path lead to, or undefined when the path does not fit the tree. */
export function rootFromInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Buffer | undefined {
  let root = leaf;
  const fits = climb({ at: index, last: size - 1 }, path, (hash, isLeft) => {
    root = isLeft ? nodeHash(hash, root) : nodeHash(root, hash);
  });
  return fits ? root : undefined;
}

/** RFC 9162, 2.1.4.2: both roots that a consistency path leads to. */
export function rootsFromConsistency(
  oldRoot: Buffer,
  oldSize: number,
  newSize: number,
  path: readonly Uint8Array[],
): { oldRoot: Buffer; newRoot: Buffer } | undefined {
  if (oldSize === newSize) return path.length === 0 ? { oldRoot, newRoot: oldRoot } : undefined;
  const steps: readonly Uint8Array[] = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...path] : path;
  const first = steps[0];
  if (!first) return undefined;
  let old: Buffer = Buffer.from(first);
  let grown = old;
  const fits = climb(firstOnRight(oldSize - 1, newSize - 1), steps.slice(1), (hash, isLeft) => {
    if (isLeft) old = nodeHash(hash, old);
    grown = isLeft ? nodeHash(hash, grown) : nodeHash(grown, hash);
  });
  return fits ? { oldRoot: old, newRoot: grown } : undefined;
}

/** A node by its position in its row, and the last position of that row. */
interface Place {
  at: number;
  last: number;
}

const above = ({ at, last }: Place): Place => ({ at: Math.floor(at / 2), last: Math.floor(last / 2) });

function firstOnRight(at: number, last: number): Place {
  let place: Place = { at, last };
  while (place.at % 2 === 1) place = above(place);
  return place;
}

/** Goes up from a place; tells each hash of the path on which side it joins. True when the path ends at the root. */
function climb(start: Place, path: readonly Uint8Array[], join: (hash: Uint8Array, isLeft: boolean) => void): boolean {
  let place = start;
  for (const hash of path) {
    if (place.last === 0) return false;
    const isLeft = place.at % 2 === 1 || place.at === place.last;
    join(hash, isLeft);
    while (isLeft && place.at % 2 === 0 && place.at !== 0) place = above(place);
    place = above(place);
  }
  return place.last === 0;
}
