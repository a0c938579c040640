export interface TreeNode {
  code: string;
  parentCode: string | null;
  name: string;
}

/** Each node with the files of its own and of everything below it. */
export function sumTree(
  nodes: readonly TreeNode[],
  counts: readonly { code: string; files: number }[],
): (TreeNode & { fileCount: number; ownCount: number })[] {
  const parents = new Map(nodes.map(({ code, parentCode }) => [code, parentCode]));
  const own = new Map(counts.map(({ code, files }) => [code, files]));
  const sums = new Map<string, number>();
  for (const [code, files] of own)
    for (let at: string | null | undefined = code; typeof at === 'string'; at = parents.get(at))
      sums.set(at, (sums.get(at) ?? 0) + files);
  return nodes.map((node) => ({ ...node, fileCount: sums.get(node.code) ?? 0, ownCount: own.get(node.code) ?? 0 }));
}
