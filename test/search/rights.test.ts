import { expect } from 'chai';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { DeskActor } from '../../server/deps.ts';
import { exportSearchEndpoint, searchEndpoint } from '../../server/search/contract.ts';
import { exportSearch } from '../../server/search/export-search.ts';
import { findSimilar } from '../../server/search/find-similar.ts';
import { listSaved } from '../../server/search/list-saved.ts';
import { saveSearch } from '../../server/search/save-search.ts';
import { SavedWanted } from '../../server/search/saved-contract.ts';
import { search } from '../../server/search/search.ts';
import { suggest } from '../../server/search/suggest.ts';
import { makeAgency, type DeskKey, type TestAgency } from '../support/agency.ts';
import { refusalOf } from '../support/refusal.ts';
import { formOf, register } from '../support/registration.ts';
import { rowsOf } from '../support/rows.ts';
import { openOffice, type Office } from '../dispositions/office.ts';

const WORD = 'trembesi';
const STRANGERS: readonly DeskKey[] = ['kadispupr', 'tupupr', 'arsiparispupr', 'sekda', 'auditor', 'admin'];

describe('what a search reveals', () => {
  let office: Office;
  let other: TestAgency;
  const ids: Record<'open' | 'limited' | 'secret', string> = { open: '', limited: '', secret: '' };

  before(async () => {
    office = await openOffice();
    const { deps, agency } = office;
    other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    for (const [key, securityClass] of [
      ['open', 'B'],
      ['limited', 'T'],
      ['secret', 'R'],
    ] as const) {
      const subject = `Pemangkasan ${WORD} ${key} di halaman kantor`;
      const content = { ...formOf(), subject, securityClass, summary: '', senderUnit: `Yayasan ${WORD}` };
      ids[key] = (await register(deps, agency, { content, direct: { to: ['kadis'] } })).id;
    }
    const [item] = await office.send(ids.open, 'kadis', [['kabid', { isPrivate: true, note: `Rahasiakan ${WORD}` }]]);
    expect(item?.status).to.equal('unread');
  });
  after(() => office.deps.release());

  /** Everything the search tells a desk about the word, in one text. */
  async function learned(actor: DeskActor, word = WORD): Promise<string> {
    const { deps } = office;
    const query = searchEndpoint.query.parse({ q: word });
    const found = await search(deps, actor, query);
    const ranked = await search(deps, actor, { ...query, sort: 'rank' });
    const suggested = await suggest(deps, actor, { q: word.slice(0, 5) });
    const numbers = await suggest(deps, actor, { q: '600.1.10' });
    const file = await exportSearch(deps, actor, exportSearchEndpoint.query.parse({ q: word, format: 'csv' }));
    const csv = (await buffer(file.bytes as Readable)).toString('utf8');
    const similar = await Promise.all(
      Object.values(ids).map((entryId) => findSimilar(deps, actor, { entryId, limit: 20 }).catch(() => ({ hits: [] }))),
    );
    const total = [found.total?.count, ranked.total?.count];
    const lines = csv.trim().split('\r\n').slice(1);
    return JSON.stringify({
      total,
      hits: found.hits,
      facets: found.facets,
      ranked: ranked.hits,
      suggested,
      numbers,
      lines,
      similar,
    });
  }

  const nothing = JSON.stringify({
    total: [0, 0],
    hits: [],
    facets: { year: [], classification: [], unit: [], type: [], grade: [], retention: [], security: [] },
    ranked: [],
    suggested: { items: [] },
    numbers: { items: [] },
    lines: [],
    similar: [{ hits: [] }, { hits: [] }, { hits: [] }],
  });

  it('is nothing to desks of another unit: no hit, count, facet, suggestion, likeness or line of an export', async () => {
    for (const key of STRANGERS) expect(await learned(await office.agency.actor(key)), key).to.equal(nothing);
  });

  it('is nothing to another agency, whatever roles it has', async () => {
    for (const key of ['kadis', 'arsiparis', 'tu', 'kabid'] as const)
      expect(await learned(await other.actor(key)), key).to.equal(nothing);
    const forged = { ...(await other.actor('arsiparis')), roles: (await office.agency.actor('arsiparis')).roles };
    expect(await learned(forged)).to.equal(nothing);
  });

  it('is of a limited or secret letter nothing to the registry, and of a secret one nothing to the archivist', async () => {
    const registry = await learned(await office.agency.actor('tu'));
    expect(registry).to.include('open di halaman');
    expect(registry).not.to.match(/secret di halaman|Rahasiakan/u);
    const archivist = await learned(await office.agency.actor('arsiparis'));
    expect(archivist).to.include('limited di halaman');
    expect(archivist).not.to.match(/secret di halaman|Rahasiakan/u);
    await refusalOf(
      findSimilar(office.deps, await office.agency.actor('arsiparis'), { entryId: ids.secret, limit: 5 }),
      'not_found',
    );
  });

  it('is of a secret letter its subject to the addressed desk, but never in an export, a snippet or a suggestion', async () => {
    const actor = await office.agency.actor('kadis');
    const { hits } = await search(office.deps, actor, searchEndpoint.query.parse({ q: WORD, security: 'R' }));
    expect(hits.map(({ title, snippet }) => ({ title, snippet }))).to.deep.equal([
      { title: `Pemangkasan ${WORD} secret di halaman kantor`, snippet: [] },
    ]);
    const suggested = await suggest(office.deps, actor, { q: 'pemangkasan' });
    expect(JSON.stringify(suggested)).to.include('open di').and.not.include('secret di');
    const file = await exportSearch(office.deps, actor, exportSearchEndpoint.query.parse({ q: WORD, format: 'csv' }));
    const csv = (await buffer(file.bytes as Readable)).toString('utf8');
    expect(csv).to.include('(rahasia)').and.not.include('secret di');
    const [event] = await rowsOf<{ body: string }>(
      office.deps.database.adminUrl,
      `select body from event where agency_id = $1 and body like '%search.exported%' order by seq desc limit 1`,
      [office.agency.agencyId],
    );
    expect(JSON.parse(event?.body ?? '{}')).to.deep.include({
      action: 'search.exported',
      positionId: actor.positionId,
      detail: { format: 'csv', rows: 4 },
    });
  });

  it('is of a private disposition nothing but to giver and recipient', async () => {
    for (const key of ['kadis', 'kabid'] as const)
      expect(await learned(await office.agency.actor(key), 'rahasiakan'), key).to.include('Rahasiakan');
    for (const key of ['sekdis', 'arsiparis', 'tu', 'staf'] as const)
      expect(await learned(await office.agency.actor(key), 'rahasiakan'), key).not.to.include('Rahasiakan');
  });

  it('counts as new in a kept search only what the desk may read', async () => {
    const wanted = SavedWanted.parse({ q: WORD });
    const { deps } = office;
    for (const key of ['kadispupr', 'tu', 'kadis'] as const)
      await saveSearch(deps, await office.agency.actor(key), { name: 'Pohon', wanted, hasAlert: false });
    deps.advance(60_000);
    const content = { ...formOf(), subject: `Penebangan ${WORD}`, securityClass: 'R' as const, summary: '' };
    await register(deps, office.agency, { content, direct: { to: ['kadis'] } });
    const fresh = async (key: DeskKey) =>
      (await listSaved(deps, await office.agency.actor(key))).items.map((item) => item.fresh.count);
    expect(await fresh('kadis')).to.deep.equal([1]);
    expect(await fresh('tu')).to.deep.equal([0]);
    expect(await fresh('kadispupr')).to.deep.equal([0]);
  });
});
