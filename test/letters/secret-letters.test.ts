import { expect } from 'chai';
import type { DeskActor } from '../../server/deps.ts';
import { LetterContent, type Letter } from '../../server/letters/contract.ts';
import { createLetter } from '../../server/letters/create-letter.ts';
import { getLetter, listVersions } from '../../server/letters/get-letter.ts';
import { getLetterPage } from '../../server/letters/get-letter-pages.ts';
import { returnLetter } from '../../server/letters/return-letter.ts';
import { saveLetter } from '../../server/letters/save-letter.ts';
import { submitLetter } from '../../server/letters/submit-letter.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { inside } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { valueOf } from '../support/rows.ts';

describe('a letter that becomes secret', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
  });
  after(() => deps.release());

  const as = (key: DeskKey): Promise<DeskActor> => agency.actor(key);
  const contentOf = (securityClass: 'B' | 'R') =>
    LetterContent.parse({
      type: 'surat_dinas',
      subject: 'Pemeriksaan khusus',
      handlingGrade: 'biasa',
      securityClass,
      classificationCode: '500.12.6',
      signatoryPositionId: agency.desk('sekda').positionId,
      to: [inside(agency, 'kadispupr')],
      cc: [],
      circuit: [{ stage: 1, kind: 'hierarchical', positionId: agency.desk('kabid').positionId }],
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi surat.' }] }] },
    });
  const save = async (key: DeskKey, letter: { id: string; version: number }, securityClass: 'B' | 'R') =>
    saveLetter(deps, await as(key), {
      letterId: letter.id,
      version: letter.version,
      content: contentOf(securityClass),
    });

  /** In review at the section head, and read by the head of the office, who stands in the line above the drafter. */
  async function inReview(securityClass: 'B' | 'R' = 'B'): Promise<Letter> {
    const staf = await as('staf');
    const saved = await save('staf', await createLetter(deps, staf, { type: 'surat_dinas' }), securityClass);
    return submitLetter(deps, staf, { letterId: saved.id, version: saved.version, askAgain: [], message: '' });
  }
  const readAs = async (key: DeskKey, letter: Letter) => getLetter(deps, await as(key), { letterId: letter.id });
  const countViews = (letter: Letter) =>
    valueOf<number>(
      deps.database.adminUrl,
      `select count(*)::int from event where letter_id = $1 and action = 'letter.viewed'`,
      [letter.id],
    );

  it('leaves the line above and the registry when a reviewer raises its class', async () => {
    const letter = await inReview();
    expect((await readAs('kadis', letter)).subject).to.equal('Pemeriksaan khusus');
    await save('kabid', letter, 'R');
    await refusalOf(readAs('kadis', letter), 'not_found');
    await refusalOf(readAs('tu', letter), 'not_found');
    expect((await readAs('kabid', letter)).securityClass).to.equal('R');
    expect((await readAs('sekda', letter)).securityClass).to.equal('R');
  });

  it('leaves them when its drafter raises the class after a return', async () => {
    const sent = await inReview();
    const at = { letterId: sent.id, version: sent.version, reason: 'Jadikan rahasia.' };
    const returned = await returnLetter(deps, await as('kabid'), at);
    await save('staf', returned, 'R');
    await refusalOf(readAs('kadis', sent), 'not_found');
  });

  it('comes back to the line of its drafter when a reviewer lowers the class', async () => {
    const letter = await inReview('R');
    await refusalOf(readAs('kadis', letter), 'not_found');
    await save('kabid', letter, 'B');
    expect((await readAs('kadis', letter)).securityClass).to.equal('B');
  });

  it('notes every reading, also of a single page, of the versions, and by copying', async () => {
    const letter = await inReview('R');
    const kabid = await as('kabid');
    await getLetterPage(deps, kabid, { letterId: letter.id, page: 1, width: 300 });
    expect(await countViews(letter)).to.equal(1);
    await listVersions(deps, kabid, { letterId: letter.id });
    expect(await countViews(letter)).to.equal(2);
    await createLetter(deps, kabid, { type: 'surat_dinas', copyOf: letter.id });
    expect(await countViews(letter)).to.equal(3);
  });
});
