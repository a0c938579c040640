import { expect } from 'chai';
import { growTree, leafHash, nodeHash, EMPTY_ROOT } from '../../server/audit/merkle.ts';
import {
  consistencyPath,
  inclusionPath,
  rootFromInclusion,
  rootsFromConsistency,
  type RangeRoot,
} from '../../server/audit/merkle-proof.ts';

const leaves = Array.from({ length: 70 }, (_none, index) => leafHash(Buffer.from(`kejadian ${index}`)));

/** The definition of RFC 6962, written down once more. */
function rootOf(from: number, to: number): Buffer {
  if (to - from === 1) return leaves[from]!;
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return nodeHash(rootOf(from, from + split), rootOf(from + split, to));
}
const rangeRoot: RangeRoot = (from, to) => Promise.resolve(rootOf(from, to));

describe('the Merkle tree', () => {
  it('hashes as RFC 6962 says: the published vectors of certificate transparency', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const tree = growTree();
    expect(tree.root().toString('hex')).to.equal(EMPTY_ROOT.toString('hex'));
    expect(EMPTY_ROOT.toString('hex')).to.equal('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const roots = inputs.map((input) => {
      tree.push(leafHash(Buffer.from(input, 'hex')));
      return tree.root().toString('hex');
    });
    expect(roots[0]).to.equal('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(roots[7]).to.equal('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('grows to the same root as the definition, and can go on from its whole subtrees', () => {
    const tree = growTree();
    const whole = leaves.flatMap((leaf, index) => {
      const made = tree.push(leaf);
      expect(tree.root().equals(rootOf(0, index + 1))).to.equal(true);
      return made;
    });
    const again = growTree(whole.filter(({ level, position }) => level === 6 && position === 0));
    expect(again.size).to.equal(64);
    for (const leaf of leaves.slice(64)) again.push(leaf);
    expect(again.root().equals(tree.root())).to.equal(true);
  });

  it('proves each leaf in a tree of each size, and nothing else', async () => {
    for (let size = 1; size <= leaves.length; size += 1)
      for (let index = 0; index < size; index += 1) {
        const path = await inclusionPath(rangeRoot, index, size);
        expect(path.length).to.be.at.most(Math.ceil(Math.log2(size)));
        const root = rootOf(0, size);
        expect(rootFromInclusion(leaves[index]!, index, size, path)?.equals(root)).to.equal(true);
        const other = leaves[(index + 1) % leaves.length]!;
        expect(rootFromInclusion(other, index, size, path)?.equals(root) ?? false).to.equal(false);
        expect(rootFromInclusion(leaves[index]!, index, size, [...path, other])).to.equal(undefined);
        if (size > 1)
          expect(rootFromInclusion(leaves[index]!, (index + 1) % size, size, path)?.equals(root) ?? false).to.equal(
            false,
          );
      }
  });

  it('proves that each smaller tree is a beginning of each larger one, and that another tree is not', async () => {
    for (let size = 1; size <= 40; size += 1)
      for (let old = 1; old <= size; old += 1) {
        const path = await consistencyPath(rangeRoot, old, size);
        const found = rootsFromConsistency(rootOf(0, old), old, size, path);
        expect(found?.oldRoot.equals(rootOf(0, old)), `${old} of ${size}`).to.equal(true);
        expect(found?.newRoot.equals(rootOf(0, size)), `${old} of ${size}`).to.equal(true);
        const changed = path.map((hash, index) => (index === 0 ? leafHash(hash) : hash));
        const wrong = rootsFromConsistency(rootOf(0, old), old, size, changed);
        if (path.length > 0)
          expect(wrong?.oldRoot.equals(rootOf(0, old)) && wrong.newRoot.equals(rootOf(0, size))).to.equal(false);
      }
  });
});
