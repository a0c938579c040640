import { expect } from 'chai';
import sharp from 'sharp';
import { addAnnex } from '../../server/letters/annexes.ts';
import { createLetter } from '../../server/letters/create-letter.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';

describe('the annexes of one letter', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let picture: Buffer;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
  });
  after(() => deps.release());

  async function letterWithAnnex(): Promise<string> {
    const { id } = await createLetter(deps, await agency.actor('staf'), { type: 'surat_dinas' });
    expect((await add(id)).annexes).to.have.length(1);
    return id;
  }
  const add = async (letterId: string) =>
    addAnnex(deps, await agency.actor('staf'), { letterId, fileName: 'denah.png', bytes: picture });

  it('are twenty files at most', async () => {
    const letterId = await letterWithAnnex();
    await rowsOf(
      deps.database.adminUrl,
      `insert into letter_annex select agency_id, gen_random_uuid(), letter_id, ordinal + n, file_name, media_type, sha256,
         size_bytes, page_count, created_at from letter_annex, generate_series(1, 18) n where letter_id = $1`,
      [letterId],
    );
    expect((await add(letterId)).annexes).to.have.length(20);
    expect((await refusalOf(add(letterId), 'annex_too_large')).message).to.include('20 berkas');
  });

  it('are 100 MB together at most', async () => {
    const letterId = await letterWithAnnex();
    await rowsOf(deps.database.adminUrl, `update letter_annex set size_bytes = 104857600 where letter_id = $1`, [
      letterId,
    ]);
    await refusalOf(add(letterId), 'annex_too_large');
  });
});
