import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { getDispositionItem } from '../../server/dispositions/get-disposition-item.ts';
import { getDispositionTree } from '../../server/dispositions/get-disposition-tree.ts';
import { giveDisposition } from '../../server/dispositions/give-disposition.ts';
import { listDispositions } from '../../server/dispositions/list-dispositions.ts';
import { undoDisposition } from '../../server/dispositions/undo-disposition.ts';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { makeAgency } from '../support/agency.ts';
import { makeIncoming } from '../support/incoming.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { openOffice, type Office } from './office.ts';

describe('giving a disposition', () => {
  let office: Office;
  let incomingId: string;
  let adminUrl: string;

  beforeEach(async () => {
    office = await openOffice();
    adminUrl = office.deps.database.adminUrl;
    incomingId = await makeIncoming(office.deps, office.agency);
  });
  afterEach(() => office.deps.release());

  it('is held for ten seconds, in which it has reached nobody', async () => {
    const { deps, agency } = office;
    const given = await office.hold(incomingId, 'kadis', ['kabid', ['sekdis', { instructions: ['Tindak lanjuti'] }]]);
    expect(given.state).to.equal('held');
    expect(Date.parse(given.deliverAt) - Date.parse(given.createdAt)).to.equal(10_000);
    expect(given.items.map(({ isPic }) => isPic)).to.deep.equal([true, false]);
    expect(given.items[0]?.actions).to.deep.equal(['undo']);
    deps.advance(9999);
    await drainOutbox(deps);
    const kabid = await agency.actor('kabid');
    const list = { box: 'mine', tab: 'all', limit: 30 } as const;
    expect((await listDispositions(deps, kabid, list)).items).to.deep.equal([]);
    expect(await office.noticesOf('kabid')).to.deep.equal([]);
    await refusalOf(getIncoming(deps, kabid, { incomingId }), 'forbidden');
    await refusalOf(getDispositionItem(deps, kabid, { itemId: given.items[0]?.id ?? '' }), 'forbidden');
    deps.advance(1);
    await drainOutbox(deps);
    const { items, counts } = await listDispositions(deps, kabid, list);
    expect(items[0]).to.include({ status: 'unread', deskTitle: 'Kepala Dinas Komunikasi dan Informatika' });
    expect(counts).to.deep.equal({ open: 1, late: 0, unread: 1 });
    const incoming = await getIncoming(deps, kabid, { incomingId });
    expect(incoming.status).to.equal('in_progress');
    expect((await office.noticesOf('kabid')).map(({ kind }) => kind)).to.deep.equal(['disposition.received']);
    const own = await getIncoming(deps, await agency.actor('kadis'), { incomingId });
    expect(own.settledAt).to.equal(deps.now().toISOString());
  });

  it('delivers late when the workers were down, and twice is once', async () => {
    const { deps } = office;
    await office.hold(incomingId, 'kadis', ['kabid']);
    deps.advance(3_600_000);
    // The queue was wiped: the outbox still knows, and a row that was passed on before is done again without harm.
    await rowsOf(adminUrl, `update outbox set dispatched_at = $1`, [deps.now()]);
    await drainOutbox(deps);
    await rowsOf(adminUrl, `update outbox set done_at = null`);
    await drainOutbox(deps);
    expect(await office.noticesOf('kabid')).to.have.length(1);
    const events = `select count(*)::int from event where action = 'disposition.delivered'`;
    expect(await valueOf(adminUrl, events)).to.equal(1);
  });

  it('is delivered after a worker was killed between the effect and the mark', async () => {
    const { deps } = office;
    await office.hold(incomingId, 'kadis', ['kabid']);
    deps.advance(10_000);
    const killed = { ...deps, checkpoint: () => Promise.reject(new Error('killed')) };
    await drainOutbox(killed);
    deps.advance(120_000);
    await drainOutbox(deps);
    expect(await office.noticesOf('kabid')).to.have.length(1);
    expect(await valueOf(adminUrl, `select count(*)::int from outbox where done_at is null`)).to.equal(0);
  });

  it('can be undone until it is delivered, also late, and then no more', async () => {
    const { deps, agency } = office;
    const kadis = await agency.actor('kadis');
    const first = await office.hold(incomingId, 'kadis', ['kabid']);
    deps.advance(60_000);
    expect((await undoDisposition(deps, kadis, { dispositionId: first.id })).state).to.equal('undone');
    await drainOutbox(deps);
    expect(await office.noticesOf('kabid')).to.deep.equal([]);
    expect((await getIncoming(deps, kadis, { incomingId })).status).to.equal('directed');
    expect((await getDispositionTree(deps, kadis, { incomingId })).items).to.deep.equal([]);
    const second = await office.hold(incomingId, 'kadis', ['kabid']);
    await refusalOf(undoDisposition(deps, await agency.actor('sekda'), { dispositionId: second.id }), 'forbidden');
    await office.deliver();
    await refusalOf(undoDisposition(deps, kadis, { dispositionId: second.id }), 'wrong_state');
  });

  it('lets exactly one of undo and delivery win when they race', async () => {
    const { deps, agency } = office;
    const kadis = await agency.actor('kadis');
    for (let round = 0; round < 8; round += 1) {
      const given = await office.hold(incomingId, 'kadis', ['kabid']);
      deps.advance(10_000);
      const [undone] = await Promise.allSettled([
        undoDisposition(deps, kadis, { dispositionId: given.id }),
        drainOutbox(deps),
      ]);
      const [row] = await rowsOf<{ state: string; status: string }>(
        adminUrl,
        `select d.state, i.status from disposition d join disposition_item i on i.disposition_id = d.id where d.id = $1`,
        [given.id],
      );
      expect(row).to.deep.equal(
        undone.status === 'fulfilled'
          ? { state: 'undone', status: 'undone' }
          : { state: 'delivered', status: 'unread' },
      );
      const grants = `select count(*)::int from incoming_access where reason = 'disposition:' || $1`;
      expect(await valueOf(adminUrl, grants, [given.items[0]?.id])).to.equal(undone.status === 'fulfilled' ? 0 : 1);
    }
  });

  it('refuses up, sideways and to oneself, naming the desk and the other way', async () => {
    const refused = async (from: 'kadis' | 'kabid', to: 'sekda' | 'kadispupr' | 'kadis', parentItemId?: string) => {
      const error = await refusalOf(office.hold(incomingId, from, [to], parentItemId), 'disposition_direction');
      return error.detail ?? '';
    };
    expect(await refused('kadis', 'sekda')).to.match(/Sekretaris Daerah atasan.*nota dinas.*Teruskan/u);
    expect(await refused('kadis', 'kadispupr')).to.match(/Pekerjaan Umum.*tidak berada di bawah/u);
    expect(await refused('kadis', 'kadis')).to.match(/jabatan sendiri/u);
    await refusalOf(office.hold(incomingId, 'kadis', ['kosong']), 'circuit_vacant');
    const unknown = { ...office.recipient('kabid'), target: { kind: 'position' as const, positionId: randomUUID() } };
    const give = giveDisposition(office.deps, await office.agency.actor('kadis'), {
      incomingId,
      parentItemId: null,
      recipients: [unknown],
      sheetFileId: null,
    });
    await refusalOf(give, 'invalid_input');
    expect(await valueOf(adminUrl, 'select count(*)::int from disposition')).to.equal(0);
  });

  it('goes down five levels, each from its own recipient only', async () => {
    const letter = await makeIncoming(office.deps, office.agency, { to: ['gubernur'] });
    const line = ['gubernur', 'sekda', 'kadis', 'kabid', 'staf'] as const;
    let parentId: string | null = null;
    for (const [index, from] of line.slice(0, -1).entries()) {
      const [item] = await office.send(letter, from, [line[index + 1] ?? 'staf'], parentId);
      parentId = item?.id ?? '';
      if (index === 0) await refusalOf(office.hold(letter, 'kabid', ['staf'], parentId), 'forbidden');
    }
    const { agency, deps } = office;
    const top = await getDispositionTree(deps, await agency.actor('gubernur'), { incomingId: letter });
    expect(top.items.map((item) => [item.status, item.below.total])).to.deep.equal([
      ['in_progress', 3],
      ['in_progress', 2],
      ['in_progress', 1],
      ['unread', 0],
    ]);
    expect(top.rollup).to.deep.equal({ total: 4, done: 0, inProgress: 3, late: 0, unread: 1 });
  });

  it('makes one disposition of fifty equal submits', async () => {
    const { deps, agency } = office;
    const key = randomUUID();
    const body = { incomingId, parentItemId: null, recipients: [office.recipient('kabid')], sheetFileId: null };
    const results = await Promise.all(
      Array.from({ length: 50 }, async () => giveDisposition(deps, await agency.actor('kadis', { command: key }), body)),
    );
    expect(new Set(results.map(({ id }) => id)).size).to.equal(1);
    expect(await valueOf(adminUrl, 'select count(*)::int from disposition')).to.equal(1);
    expect(await valueOf(adminUrl, `select count(*)::int from outbox where job = 'disposition.deliver'`)).to.equal(1);
  });

  it('is unknown to another agency, whatever is asked of it', async () => {
    const { deps } = office;
    const [item] = await office.send(incomingId, 'kadis', ['kabid']);
    const other = await makeAgency(deps, { name: 'Pemerintah Provinsi Lain' });
    const stranger = await other.actor('kadis');
    await refusalOf(getDispositionItem(deps, stranger, { itemId: item?.id ?? '' }), 'not_found');
    await refusalOf(getDispositionTree(deps, stranger, { incomingId }), 'not_found');
    await refusalOf(undoDisposition(deps, stranger, { dispositionId: item?.dispositionId ?? '' }), 'not_found');
  });
});
