import { expect } from 'chai';
import { diffBodies } from '../../../server/letters/letter-body-diff.ts';
import type { LetterBody } from '../../../server/letters/letter-body-nodes.ts';
import { arrangeChanges } from '../../../web/src/letters/arrange-changes.ts';

function bodyOf(...texts: string[]): LetterBody {
  return { type: 'doc', content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
}

describe('arrangeChanges', () => {
  it('hangs deleted paragraphs behind the one they followed and keeps the count of the newer body', () => {
    const before = bodyOf('pembuka surat ini', 'alat berat dikirim', 'catatan lama sekali', 'penutup surat');
    const after = bodyOf('alat berat dikirim', 'penutup surat');
    const { segments, removed } = arrangeChanges(diffBodies(before, after));
    expect([...segments.keys()]).to.deep.equal([0, 1]);
    expect(removed.get(-1)?.map((change) => change.block.text)).to.deep.equal(['pembuka surat ini']);
    expect(removed.get(0)?.map((change) => change.block.text)).to.deep.equal(['catatan lama sekali']);
  });
});
