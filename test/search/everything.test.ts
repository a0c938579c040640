import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { run } from '../../server/db.ts';
import { getDispositionTree } from '../../server/dispositions/get-disposition-tree.ts';
import { recallDisposition } from '../../server/dispositions/recall-disposition.ts';
import { reportFollowUp } from '../../server/dispositions/report-follow-up.ts';
import { cancelIncoming } from '../../server/registration/cancel-incoming.ts';
import { correctIncoming } from '../../server/registration/correct-incoming.ts';
import { searchEndpoint } from '../../server/search/contract.ts';
import { findSimilar } from '../../server/search/find-similar.ts';
import { search } from '../../server/search/search.ts';
import { suggest } from '../../server/search/suggest.ts';
import type { DeskKey } from '../support/agency.ts';
import { formOf, register } from '../support/registration.ts';
import { rowsOf } from '../support/rows.ts';
import { openOffice, type Office } from '../dispositions/office.ts';

const DESKS: readonly DeskKey[] = [
  'gubernur',
  'sekda',
  'kadis',
  'sekdis',
  'kabid',
  'staf',
  'staf2',
  'tu',
  'arsiparis',
  'kadispupr',
  'tupupr',
  'arsiparispupr',
  'auditor',
  'admin',
];

describe('searching everything', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.deps.release());

  const ask = async (key: DeskKey, input: Record<string, unknown>) =>
    search(office.deps, await office.agency.actor(key), searchEndpoint.query.parse(input));
  const found = async (key: DeskKey, q: string) =>
    (await ask(key, { q })).hits.map(({ kind, title }) => `${kind}: ${title}`).sort();
  const inAgency = <T>(work: Parameters<typeof office.deps.db.transaction<T>>[1]) =>
    office.deps.db.transaction({ agencyId: office.agency.agencyId }, work);

  it('finds a letter from outside from its registration on, for its registry, its unit and its addressees', async () => {
    const { id } = await register(office.deps, office.agency, {
      content: { subject: 'Permintaan trembesi', senderUnit: 'PT Kapuas Hijau' },
      direct: { to: ['kadis'] },
    });
    for (const key of ['tu', 'kadis', 'arsiparis'] as const)
      expect(await found(key, 'trembesi'), key).to.deep.equal(['incoming: Permintaan trembesi']);
    for (const key of ['staf', 'kadispupr', 'tupupr', 'auditor'] as const)
      expect(await found(key, 'trembesi'), key).to.deep.equal([]);
    const [hit] = (await ask('kadis', { q: 'dari:hijau' })).hits;
    expect(hit).to.include({ id, path: `/masuk/${id}`, senderTitle: 'Bupati Sintang, PT Kapuas Hijau' });
    expect((await ask('tu', { q: 'trembesi' })).hits[0]?.path).to.equal(`/agenda/masuk/${id}`);
  });

  it('follows corrections, also of the security class, and forgets what was cancelled', async () => {
    const letter = await register(office.deps, office.agency, { content: { subject: 'Permintaan trembesi' } });
    const actor = await office.agency.actor('tu');
    const corrected = await correctIncoming(office.deps, actor, {
      incomingId: letter.id,
      version: letter.version,
      content: formOf({ subject: 'Permintaan mahoni', summary: '', securityClass: 'R' }),
      reason: 'Salah baca',
    });
    expect(await found('arsiparis', 'trembesi')).to.deep.equal([]);
    expect(await found('arsiparis', 'mahoni')).to.deep.equal([]);
    const [row] = await rowsOf(
      office.deps.database.adminUrl,
      `select title, rights from archive_search where entity_id = $1`,
      [letter.id],
    );
    expect(row).to.deep.equal({ title: '', rights: [] });
    const { id: incomingId } = letter;
    await cancelIncoming(office.deps, actor, { incomingId, version: corrected.version, reason: 'Salah surat' });
    const rows = await rowsOf(office.deps.database.adminUrl, `select 1 from archive_search where entity_id = $1`, [
      letter.id,
    ]);
    expect(rows).to.deep.equal([]);
  });

  it('shows dispositions and reports to the own line only, and what is private to giver and recipient', async () => {
    const { id } = await register(office.deps, office.agency, {
      content: { subject: 'Permintaan data' },
      direct: { to: ['kadis'] },
    });
    const [, right] = await office.send(id, 'kadis', [
      ['kabid', { note: 'Siapkan trembesi' }],
      ['sekdis', { isPrivate: true, note: 'Rundingkan kelapa' }],
    ]);
    for (const key of ['kadis', 'kabid', 'sekdis', 'tu', 'arsiparis'] as const)
      expect(await found(key, 'trembesi'), key).to.deep.equal(['disposition: Permintaan data']);
    expect(await found('staf', 'trembesi')).to.deep.equal([]);
    for (const key of ['kadis', 'sekdis'] as const)
      expect(await found(key, 'kelapa'), key).to.deep.equal(['disposition: Permintaan data']);
    for (const key of ['kabid', 'tu', 'arsiparis'] as const) expect(await found(key, 'kelapa'), key).to.deep.equal([]);

    const [left] = (await ask('kabid', { q: 'trembesi' })).hits;
    const deeper = await office.send(id, 'kabid', [['staf', { note: 'Hitung damar' }]], left?.id ?? '');
    for (const key of ['kadis', 'kabid', 'staf'] as const)
      expect(await found(key, 'damar'), key).to.deep.equal(['disposition: Permintaan data']);
    expect(await found('tu', 'damar')).to.have.lengthOf(1);
    expect(await found('staf2', 'damar')).to.deep.equal([]);
    expect(await found('staf', 'trembesi'), 'what led to it').to.deep.equal(['disposition: Permintaan data']);

    const itemId = deeper[0]?.id ?? '';
    const report = { text: 'Sudah dihitung sengon', isFinal: false, fileIds: [], forceReason: '' };
    await reportFollowUp(office.deps, await office.agency.actor('staf'), { ...report, itemId });
    const [hit] = (await ask('kadis', { q: 'sengon' })).hits;
    expect(hit).to.include({ kind: 'report', type: 'laporan', path: `/disposisi/${itemId}` });
    expect(hit?.snippet.find(({ isHit }) => isHit)?.text).to.equal('sengon');
    expect(await found('staf2', 'sengon')).to.deep.equal([]);

    const stored = await rowsOf(
      office.deps.database.adminUrl,
      `select title from archive_search where entity_id = $1`,
      [right?.id],
    );
    expect(stored).to.deep.equal([{ title: '' }]);

    const item = await office.item('kabid', itemId);
    const by = await office.agency.actor('kabid');
    await recallDisposition(office.deps, by, { itemId, version: item.version, reason: 'Salah orang' });
    for (const q of ['damar', 'sengon', 'trembesi', 'data']) expect(await found('staf', q), q).to.deep.equal([]);
    expect(await found('kadis', 'damar')).to.have.lengthOf(1);
  });

  it('finds exactly the dispositions whose words the chain shows, for every desk and class', async () => {
    const { deps, agency } = office;
    for (const securityClass of ['B', 'T', 'R'] as const) {
      const content = { subject: 'Uji rantai', summary: '', securityClass };
      const { id: incomingId } = await register(deps, agency, { content, direct: { to: ['kadis'] } });
      const say = (word: string, isPrivate = false) => ({ note: `Kata ${word}`, isPrivate });
      const [left, right] = await office.send(incomingId, 'kadis', [
        ['kabid', say('satu')],
        ['sekdis', say('dua')],
        ['staf2', say('tiga', true)],
      ]);
      await office.send(
        incomingId,
        'kabid',
        [
          ['staf', say('empat')],
          ['staf2', say('lima')],
        ],
        left?.id ?? '',
      );
      await office.send(
        incomingId,
        'sekdis',
        [
          ['arsiparis', say('enam')],
          ['tu', say('tujuh', true)],
        ],
        right?.id ?? '',
      );
      for (const key of DESKS) {
        const actor = await agency.actor(key);
        const shown = await getDispositionTree(deps, actor, { incomingId }).then(
          ({ items }) => items.filter(({ isHidden }) => !isHidden).map(({ id }) => id),
          () => [],
        );
        const { hits } = await ask(key, { q: 'kata', security: securityClass, type: 'disposisi', limit: 50 });
        expect(hits.map(({ id }) => id).sort(), `${key} ${securityClass}`).to.deep.equal(shown.sort());
      }
    }
  });

  it('indexes documents with their grants, follows filing and lifecycle, and lets them go', async () => {
    const { agencyId } = office.agency;
    const unitId = office.agency.unitId('kominfo');
    const [id, fileId, now] = [randomUUID(), randomUUID(), office.deps.now()];
    await inAgency(async (tx) => {
      await run(
        tx,
        `insert into archive_document (agency_id, id, unit_id, kind, title, document_date, security_class, media, body_text, source, created_at)
         values (:agencyId, :id, :unitId, 'other', 'Peta ulin', '2019-03-01', 'B', 'paper', 'Sebaran gaharu', 'manual', :now)`,
        { agencyId, id, unitId, now },
      );
      await run(
        tx,
        `insert into document_access (agency_id, document_id, grantee_kind, grantee_id, role, reason, created_at)
         values (:agencyId, :id, 'unit_role', :unitId, 'archivist', 'keeping unit', :now)`,
        { agencyId, id, unitId, now },
      );
      await run(
        tx,
        `insert into record_file (agency_id, id, unit_id, classification_code, year, number, title, created_at)
         values (:agencyId, :fileId, :unitId, '500.12.6', 2019, 14, 'Peta 2019', :now)`,
        { agencyId, fileId, unitId, now },
      );
      await run(
        tx,
        `insert into record (agency_id, id, document_id, unit_id, file_id, filing, created_at)
         values (:agencyId, :record, :id, :unitId, :fileId, 'filed', :now)`,
        { agencyId, record: randomUUID(), id, unitId, fileId, now },
      );
    });
    const [hit] = (await ask('arsiparis', { q: 'gaharu' })).hits;
    expect(hit).to.include({
      kind: 'document',
      title: 'Peta ulin',
      fileNumber: '014/2019',
      retention: 'Aktif s.d. 2021',
    });
    expect(await found('tu', 'gaharu')).to.deep.equal([]);
    expect((await ask('arsiparis', { q: 'gaharu', fileId })).hits).to.have.lengthOf(1);
    expect((await ask('arsiparis', { q: 'gaharu', fileId: randomUUID() })).hits).to.deep.equal([]);

    const close = (lifecycle: string) =>
      inAgency((tx) =>
        run(
          tx,
          `update record_file set status = 'closed', closed_on = '2019-12-31', lifecycle = :lifecycle, final_action = 'destroy', active_years = 2,
             inactive_years = 3, active_until = '2021-12-31', inactive_until = '2024-12-31' where agency_id = :agencyId and id = :fileId`,
          { agencyId, fileId, lifecycle },
        ),
      );
    await close('inactive');
    const due = await ask('arsiparis', { q: 'gaharu', retention: 'due' });
    expect(due.hits.map(({ retention }) => retention)).to.deep.equal(['Inaktif s.d. 2024']);
    expect(due.facets?.retention).to.deep.equal([{ value: 'due', label: 'Usul musnah', count: 1 }]);
    await close('permanent');
    expect((await ask('arsiparis', { q: 'gaharu' })).facets?.retention).to.deep.equal([
      { value: 'permanent', label: 'Permanen', count: 1 },
    ]);
    const remove = `update archive_document set destroyed_at = :now, body_text = '' where agency_id = :agencyId and id = :id`;
    await inAgency((tx) => run(tx, remove, { agencyId, id, now }));
    expect(await found('arsiparis', 'ulin')).to.deep.equal([]);
  });

  it('forgets an incoming letter with its chain when it is destroyed', async () => {
    const { id } = await register(office.deps, office.agency, {
      content: { subject: 'Permintaan trembesi' },
      direct: { to: ['kadis'] },
    });
    await office.send(id, 'kadis', ['kabid']);
    expect(await found('kabid', 'trembesi')).to.have.lengthOf(2);
    await inAgency((tx) => run(tx, `select forget_search('incoming', :id::uuid)`, { id }));
    expect(await found('kabid', 'trembesi')).to.deep.equal([]);
  });

  it('filters by several values of a facet at once and sorts from the oldest', async () => {
    for (const [subject, handlingGrade] of [
      ['Permintaan trembesi satu', 'biasa'],
      ['Permintaan trembesi dua', 'segera'],
      ['Permintaan trembesi tiga', 'sangat_segera'],
    ] as const) {
      await register(office.deps, office.agency, { content: { subject, handlingGrade } });
      office.deps.advance(86_400_000);
    }
    const two = await ask('tu', { q: 'trembesi', grade: 'biasa,segera', sort: 'oldest' });
    expect(two.hits.map(({ title }) => title)).to.deep.equal(['Permintaan trembesi satu', 'Permintaan trembesi dua']);
    expect(two.facets?.grade.map(({ count }) => count)).to.deep.equal([1, 1, 1]);
    const first = await ask('tu', { q: 'trembesi', sort: 'oldest', limit: 2 });
    const rest = await ask('tu', { q: 'trembesi', sort: 'oldest', limit: 2, after: first.next ?? '', facets: 'no' });
    expect(rest).to.deep.include({ total: null, facets: null, next: null });
    expect(rest.hits.map(({ title }) => title)).to.deep.equal(['Permintaan trembesi tiga']);
  });

  it('finds letters like one, best first, and not the letter itself', async () => {
    const subjects = ['Pemangkasan trembesi di alun-alun', 'Pemangkasan trembesi di taman', 'Undangan rapat anggaran'];
    const ids: string[] = [];
    for (const subject of subjects)
      ids.push((await register(office.deps, office.agency, { content: { subject, summary: '' } })).id);
    const { hits } = await findSimilar(office.deps, await office.agency.actor('tu'), {
      entryId: ids[0] ?? '',
      limit: 5,
    });
    expect(hits[0]?.id).to.equal(ids[1]);
    expect(hits.map(({ id }) => id)).not.to.include(ids[0]);
  });

  it('suggests numbers, senders and subjects while they are typed', async () => {
    const content = {
      subject: 'Pemangkasan trembesi',
      senderTitle: '',
      senderUnit: 'Yayasan Hijau',
      number: '77/YH/2026',
    };
    const { id } = await register(office.deps, office.agency, { content });
    const actor = await office.agency.actor('tu');
    const ask = async (q: string) => (await suggest(office.deps, actor, { q })).items;
    expect(await ask('7/YH')).to.deep.equal([{ kind: 'number', text: '77/YH/2026', path: `/agenda/masuk/${id}` }]);
    expect(await ask('yayas')).to.deep.equal([{ kind: 'sender', text: 'Yayasan Hijau', path: null }]);
    const subject = { kind: 'subject', text: 'Pemangkasan trembesi', path: `/agenda/masuk/${id}` };
    expect(await ask('pemangkasan trem')).to.deep.equal([subject]);
    expect(await ask('p')).to.deep.equal([]);
  });
});
