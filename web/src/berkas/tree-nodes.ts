interface Node {
  code: string;
  parentCode: string | null;
}

/** Nodes right below a code; the primary classes below null. Codes in the order of their numbers. */
export function childrenOf<N extends Node>(nodes: readonly N[], parent: string | null): N[] {
  return nodes.filter((node) => node.parentCode === parent).sort((left, right) => compareCodes(left.code, right.code));
}

/** `600.1.10` comes after `600.1.9`. */
export function compareCodes(left: string, right: string): number {
  const [ours, theirs] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    const difference = (ours[at] ?? -1) - (theirs[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The code and every code above it. */
export function ancestorsOf(nodes: readonly Node[], code: string): string[] {
  const parents = new Map(nodes.map((node) => [node.code, node.parentCode]));
  const path: string[] = [];
  for (let at: string | null | undefined = code; typeof at === 'string' && path.length < 20; at = parents.get(at))
    path.push(at);
  return path;
}
