import { expect } from 'chai';
import pg from 'pg';
import { changeSaved } from '../../server/search/change-saved.ts';
import { listSaved } from '../../server/search/list-saved.ts';
import { removeSaved } from '../../server/search/remove-saved.ts';
import { saveSearch } from '../../server/search/save-search.ts';
import { SavedWanted, type SavedSearch } from '../../server/search/saved-contract.ts';
import { seeSaved } from '../../server/search/see-saved.ts';
import { sweepSaved } from '../../server/search/sweep-saved.ts';
import type { DeskKey } from '../support/agency.ts';
import { refusalOf } from '../support/refusal.ts';
import { register } from '../support/registration.ts';
import { rowsOf } from '../support/rows.ts';
import { openOffice, type Office } from '../dispositions/office.ts';

const MINUTE = 60_000;

describe('kept searches', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.deps.release());

  const actor = (key: DeskKey) => office.agency.actor(key);
  const keep = async (key: DeskKey, name: string, given: { q?: string; hasAlert?: boolean } = {}) =>
    saveSearch(office.deps, await actor(key), {
      name,
      wanted: SavedWanted.parse({ q: given.q ?? 'trembesi' }),
      hasAlert: given.hasAlert ?? false,
    });
  const listOf = async (key: DeskKey): Promise<SavedSearch[]> => (await listSaved(office.deps, await actor(key))).items;
  const arrive = (subject: string, to: DeskKey = 'kadis') =>
    register(office.deps, office.agency, { content: { subject }, direct: { to: [to] } });

  it('are saved, renamed and removed by their person alone', async () => {
    const saved = await keep('kadis', 'Pohon');
    expect(saved).to.include({ name: 'Pohon', version: 1, hasAlert: false });
    const { id: savedId } = saved;
    const { deps } = office;
    const change = { savedId, version: 1, name: 'Pohon besar', hasAlert: true };
    await refusalOf(changeSaved(deps, await actor('sekdis'), change), 'not_found');
    expect(await changeSaved(deps, await actor('kadis'), change)).to.include({ name: 'Pohon besar', version: 2 });
    await refusalOf(changeSaved(deps, await actor('kadis'), change), 'stale_version');
    await keep('kadis', 'Lain');
    await refusalOf(keep('kadis', 'pohon BESAR'), 'invalid_input');
    await refusalOf(changeSaved(deps, await actor('kadis'), { ...change, version: 2, name: 'lain' }), 'invalid_input');
    await refusalOf(removeSaved(deps, await actor('sekdis'), { savedId }), 'not_found');
    await removeSaved(deps, await actor('kadis'), { savedId });
    expect((await listOf('kadis')).map(({ name }) => name)).to.deep.equal(['Lain']);
  });

  it('stop at twenty, with a sentence', async () => {
    for (let place = 0; place < 20; place += 1) await keep('kadis', `Pencarian ${String(place)}`);
    const refusal = await refusalOf(keep('kadis', 'Satu lagi'), 'invalid_input');
    expect(refusal.fields[0]?.message).to.include('Sudah ada 20');
  });

  it('count what arrived since they were looked at, and what came to the desk since', async () => {
    await arrive('Permintaan trembesi lama');
    const old = await arrive('Permintaan trembesi tua');
    office.deps.advance(MINUTE);
    const { id: savedId } = await keep('kadis', 'Pohon');
    await keep('kabid', 'Pohon');
    expect((await listOf('kadis'))[0]?.fresh).to.deep.equal({ count: 0, isCapped: false });
    office.deps.advance(MINUTE);
    await arrive('Permintaan trembesi baru');
    expect((await listOf('kadis'))[0]?.fresh.count).to.equal(1);
    expect((await listOf('kabid'))[0]?.fresh.count).to.equal(0);
    await office.send(old.id, 'kadis', ['kabid']);
    expect((await listOf('kabid'))[0]?.fresh.count, 'the letter and the disposition').to.equal(2);
    office.deps.advance(MINUTE);
    await seeSaved(office.deps, await actor('kadis'), { savedId });
    expect((await listOf('kadis'))[0]?.fresh.count).to.equal(0);
  });

  it('are listed even when one takes too long, so that it can be removed', async () => {
    const { id } = await keep('kadis', 'Pohon');
    const blocker = new pg.Client({ connectionString: office.deps.database.adminUrl });
    await blocker.connect();
    try {
      await blocker.query('begin');
      await blocker.query('lock table archive_search in access exclusive mode');
      const [listed] = await listOf('kadis');
      expect(listed).to.deep.include({ id, fresh: { count: 0, isCapped: true } });
    } finally {
      await blocker.end();
    }
    await removeSaved(office.deps, await actor('kadis'), { savedId: id });
    expect(await listOf('kadis')).to.deep.equal([]);
  });

  it('give notice once of what is new, with the rights of that time, and none to a desk that is held no more', async () => {
    const { deps } = office;
    await keep('kadis', 'Pohon', { hasAlert: true });
    await keep('kadispupr', 'Pohon', { hasAlert: true });
    const { id } = await keep('tu', 'Pohon', { hasAlert: true });
    await keep('sekdis', 'Tanpa pemberitahuan');
    const found = async (key: DeskKey) =>
      (await office.noticesOf(key)).filter(({ kind }) => kind === 'search.found').map(({ text }) => text);
    deps.advance(MINUTE);
    await arrive('Permintaan trembesi');
    await sweepSaved(deps);
    expect(await found('kadis'), 'too soon').to.deep.equal([]);
    deps.advance(15 * MINUTE);
    await rowsOf(
      deps.database.adminUrl,
      `update appointment set valid = daterange(lower(valid), $2::date - 1) where position_id = $1`,
      [office.agency.desk('tu').positionId, deps.now()],
    );
    await Promise.all([sweepSaved(deps), sweepSaved(deps)]);
    expect(await found('kadis')).to.deep.equal(['Pencarian tersimpan “Pohon”: 1 baru']);
    for (const key of ['kadispupr', 'tu', 'sekdis'] as const) expect(await found(key), key).to.deep.equal([]);
    deps.advance(16 * MINUTE);
    await sweepSaved(deps);
    expect(await found('kadis')).to.have.lengthOf(1);
    const paths = await rowsOf(deps.database.adminUrl, `select path from notification where kind = 'search.found'`);
    expect(paths).to.have.lengthOf(1);
    expect(JSON.stringify(paths))
      .to.match(/\/arsip\?simpanan=/u)
      .and.not.include(id);
  });
});
