import { expect } from 'chai';
import { closeDisposition } from '../../server/dispositions/close-disposition.ts';
import { getDispositionItem } from '../../server/dispositions/get-disposition-item.ts';
import { getDispositionTree } from '../../server/dispositions/get-disposition-tree.ts';
import { listDispositions } from '../../server/dispositions/list-dispositions.ts';
import { markDispositionRead } from '../../server/dispositions/mark-disposition-read.ts';
import { recallDisposition } from '../../server/dispositions/recall-disposition.ts';
import { remindDisposition } from '../../server/dispositions/remind-disposition.ts';
import { reopenDisposition } from '../../server/dispositions/reopen-disposition.ts';
import { reportFollowUp } from '../../server/dispositions/report-follow-up.ts';
import { returnDisposition } from '../../server/dispositions/return-disposition.ts';
import { sendDispositionMessage } from '../../server/dispositions/send-disposition-message.ts';
import { finishIncoming } from '../../server/incoming/finish-incoming.ts';
import { forwardIncoming } from '../../server/incoming/forward-incoming.ts';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { drainOutbox } from '../../workers/drain.ts';
import type { DeskKey } from '../support/agency.ts';
import { makeIncoming } from '../support/incoming.ts';
import { refusalOf } from '../support/refusal.ts';
import { valueOf } from '../support/rows.ts';
import { openOffice, type Office } from './office.ts';

describe('following a disposition up', () => {
  let office: Office;
  let incomingId: string;

  beforeEach(async () => {
    office = await openOffice();
    incomingId = await makeIncoming(office.deps, office.agency);
  });
  afterEach(() => office.deps.release());

  const kindsOf = async (key: DeskKey) => (await office.noticesOf(key)).map(({ kind }) => kind);
  const idOf = (items: { id: string }[], index = 0) => items[index]?.id ?? '';
  const report = async (key: DeskKey, itemId: string, changes: object = {}) =>
    reportFollowUp(office.deps, await office.agency.actor(key), {
      itemId,
      text: 'Sudah dikerjakan.',
      isFinal: true,
      fileIds: [],
      forceReason: '',
      ...changes,
    });

  it('tells the whole story: read, passed on, reported, closed from the bottom up, finished', async () => {
    const { deps, agency } = office;
    const top = idOf(await office.send(incomingId, 'kadis', ['kabid']));
    const kabid = await agency.actor('kabid');
    const read = await markDispositionRead(deps, kabid, { itemId: top });
    expect(read).to.include({ status: 'read', readBy: agency.desk('kabid').name, readAt: deps.now().toISOString() });
    const below = await office.send(incomingId, 'kabid', ['staf', 'staf2'], top);
    expect((await office.item('kadis', top)).below).to.deep.equal({ total: 2, done: 0, late: 0 });
    const refusal = await refusalOf(report('kabid', top), 'children_open');
    expect(refusal.detail).to.match(/^2 disposisi lanjutan/u);
    await report('staf', idOf(below), { isFinal: false, text: 'Setengah jalan.' });
    expect((await office.item('kabid', idOf(below))).lastReport).to.include({ text: 'Setengah jalan.', isFinal: false });
    await report('staf', idOf(below));
    await closeDisposition(deps, kabid, {
      itemId: idOf(below, 1),
      version: (await office.item('kabid', idOf(below, 1))).version,
      forceReason: '',
    });
    const { actions, ...closed } = await report('kabid', top);
    expect(closed).to.include({ status: 'done', isForced: false, reportCount: 1 });
    expect(actions).to.deep.equal(['message']);
    expect(await kindsOf('kadis')).to.include.members(['disposition.reported', 'disposition.all_done']);
    expect((await office.noticesOf('kadis')).at(-2)?.text).to.equal('Semua disposisi selesai: Permohonan data');
    const kadis = await agency.actor('kadis');
    const done = await finishIncoming(deps, kadis, { incomingId, note: 'Selesai', forceReason: '' });
    expect(done).to.include({ status: 'done', doneNote: 'Selesai' });
    const actionsRecorded = await valueOf<string[]>(
      deps.database.adminUrl,
      `select array_agg(action order by seq) from event where letter_id = $1`,
      [incomingId],
    );
    expect(actionsRecorded).to.deep.equal([
      'disposition.given',
      'disposition.delivered',
      'disposition.read',
      'disposition.given',
      'disposition.delivered',
      'disposition.reported',
      'disposition.reported',
      'disposition.closed',
      'disposition.closed',
      'disposition.reported',
      'disposition.closed',
      'incoming.finished',
    ]);
  });

  it('closes by force what hangs below, naming who did it and why', async () => {
    const top = idOf(await office.send(incomingId, 'kadis', ['kabid']));
    const below = idOf(await office.send(incomingId, 'kabid', ['staf'], top));
    await office.hold(incomingId, 'kabid', ['staf2'], top);
    const closed = await report('kabid', top, { forceReason: 'Tidak diperlukan lagi' });
    expect(closed).to.include({ status: 'done', isForced: true, closedReason: 'Tidak diperlukan lagi' });
    const child = await office.item('staf', below);
    expect(child).to.include({ status: 'done', isForced: true });
    expect(child.closedReason).to.match(/^Ditutup paksa oleh Kepala Bidang.*: Tidak diperlukan lagi$/u);
    await office.deliver();
    expect(await kindsOf('staf2')).to.deep.equal([]);
    expect(await kindsOf('staf')).to.deep.equal(['disposition.received', 'disposition.closed']);
  });

  it('lets only one of two who close at once do it', async () => {
    const { deps, agency } = office;
    const top = await office.send(incomingId, 'kadis', ['kabid']);
    const close = async (key: DeskKey) =>
      closeDisposition(deps, await agency.actor(key), { itemId: idOf(top), version: top[0]?.version ?? 0, forceReason: '' });
    const results = await Promise.allSettled([close('kadis'), close('kabid')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    const events = `select count(*)::int from event where action = 'disposition.closed'`;
    expect(await valueOf(deps.database.adminUrl, events)).to.equal(1);
  });

  it('reopens with a reason that stands in the conversation, unless what is above is closed', async () => {
    const { deps, agency } = office;
    const top = idOf(await office.send(incomingId, 'kadis', ['kabid']));
    const below = idOf(await office.send(incomingId, 'kabid', ['staf'], top));
    await report('staf', below);
    const { version } = await report('kabid', top);
    const lower = await office.item('kabid', below);
    const reopenLower = { itemId: below, version: lower.version, reason: 'Kurang lengkap' };
    await refusalOf(reopenDisposition(deps, await agency.actor('kabid'), reopenLower), 'wrong_state');
    const kadis = await agency.actor('kadis');
    await refusalOf(reopenDisposition(deps, kadis, { itemId: top, version: version - 1, reason: 'Kurang' }), 'stale_version');
    await finishIncoming(deps, kadis, { incomingId, note: '', forceReason: '' });
    const reopened = await reopenDisposition(deps, kadis, { itemId: top, version, reason: 'Kurang lengkap' });
    expect(reopened).to.include({ status: 'in_progress', closedAt: null });
    expect((await getIncoming(deps, kadis, { incomingId })).status).to.equal('in_progress');
    const { messages } = await getDispositionItem(deps, kadis, { itemId: top });
    expect(messages.map(({ text }) => text)).to.deep.equal(['Dibuka kembali: Kurang lengkap']);
    await reopenDisposition(deps, await agency.actor('kabid'), reopenLower);
  });

  it('is given back with a reason, not while something is open below', async () => {
    const { deps, agency } = office;
    const top = await office.send(incomingId, 'kadis', ['kabid']);
    const below = idOf(await office.send(incomingId, 'kabid', ['staf'], idOf(top)));
    const kabid = await agency.actor('kabid');
    const back = async () => ({
      itemId: idOf(top),
      version: (await office.item('kabid', idOf(top))).version,
      reason: 'Bukan tugas bidang kami',
    });
    await refusalOf(returnDisposition(deps, kabid, await back()), 'children_open');
    await report('staf', below);
    expect(await returnDisposition(deps, kabid, await back())).to.include({
      status: 'returned',
      closedReason: 'Bukan tugas bidang kami',
    });
    expect((await kindsOf('kadis')).at(-1)).to.equal('disposition.returned');
    await refusalOf(office.hold(incomingId, 'kabid', ['staf'], idOf(top)), 'wrong_state');
  });

  it('recalls what was not read without a trace in lists, and what was read with the trace alone', async () => {
    const { deps, agency } = office;
    const [unread, read] = await office.send(incomingId, 'kadis', [
      ['sekdis', { note: 'Rahasia dapur' }],
      ['kabid', { note: 'Rahasia dapur' }],
    ]);
    const kabid = await agency.actor('kabid');
    await markDispositionRead(deps, kabid, { itemId: read?.id ?? '' });
    const below = idOf(await office.send(incomingId, 'kabid', ['staf'], read?.id ?? ''));
    const kadis = await agency.actor('kadis');
    for (const item of [unread, read]) {
      const { version } = await office.item('kadis', item?.id ?? '');
      const recall = { itemId: item?.id ?? '', version, reason: 'Salah tujuan' };
      expect(await recallDisposition(deps, kadis, recall)).to.include({ status: 'recalled', closedReason: 'Salah tujuan' });
    }
    const all = { box: 'mine', tab: 'all', limit: 30 } as const;
    expect((await listDispositions(deps, await agency.actor('sekdis'), all)).items).to.deep.equal([]);
    const [trace] = (await listDispositions(deps, kabid, all)).items;
    expect(trace).to.deep.include({ status: 'recalled', note: '', instructions: [] });
    expect(JSON.stringify(trace)).not.to.match(/Permohonan data/u);
    const shown = await office.item('kabid', read?.id ?? '');
    expect(shown).to.deep.include({ status: 'recalled', note: '', isHidden: true, closedReason: 'Salah tujuan', actions: [] });
    expect((await office.item('kadis', below)).status).to.equal('recalled');
    for (const key of ['kabid', 'staf'] as const) {
      await refusalOf(getIncoming(deps, await agency.actor(key), { incomingId }), 'forbidden');
      expect((await kindsOf(key)).at(-1)).to.equal('disposition.recalled');
    }
    const grants = `select count(*)::int from incoming_access where reason like 'disposition:%'`;
    expect(await valueOf(deps.database.adminUrl, grants)).to.equal(0);
    // The same desk may be given it anew.
    await office.send(incomingId, 'kadis', ['kabid']);
    expect((await getIncoming(deps, kabid, { incomingId })).id).to.equal(incomingId);
  });

  it('reminds at most once an hour, from the giver or above, never sideways', async () => {
    const { deps, agency } = office;
    const [top, equal] = await office.send(incomingId, 'kadis', ['kabid', 'sekdis']);
    const below = idOf(await office.send(incomingId, 'kabid', ['staf'], top?.id ?? ''));
    const remind = async (key: DeskKey) => remindDisposition(deps, await agency.actor(key), { itemId: below });
    await remind('kadis');
    const refusal = await refusalOf(remind('kabid'), 'throttled');
    expect(refusal.retryAfterSeconds).to.equal(3600);
    deps.advance(3_600_000);
    await remind('kabid');
    await refusalOf(remind('sekdis'), 'forbidden');
    await refusalOf(remind('staf'), 'forbidden');
    expect((await kindsOf('staf')).filter((kind) => kind === 'disposition.reminded')).to.have.length(2);
    const talk = async (key: DeskKey, itemId: string) =>
      sendDispositionMessage(deps, await agency.actor(key), { itemId, text: 'Bagaimana?' });
    await talk('kadis', below);
    expect((await kindsOf('kabid')).at(-1)).to.equal('disposition.message');
    await refusalOf(talk('staf', equal?.id ?? ''), 'forbidden');
  });

  it('forwards up or sideways without instruction, and settles only the own desk', async () => {
    const { deps, agency } = office;
    const kadis = await agency.actor('kadis');
    const to = [agency.desk('sekda').positionId, agency.desk('kadispupr').positionId];
    await refusalOf(forwardIncoming(deps, await agency.actor('staf'), { incomingId, to, note: '' }), 'forbidden');
    await refusalOf(forwardIncoming(deps, kadis, { incomingId, to: [agency.desk('kadis').positionId], note: '' }), 'invalid_input');
    await refusalOf(forwardIncoming(deps, kadis, { incomingId, to: [agency.desk('kosong').positionId], note: '' }), 'circuit_vacant');
    const forwarded = await forwardIncoming(deps, kadis, { incomingId, to, note: 'Mohon arahan' });
    expect(forwarded.settledAt).not.to.equal(null);
    const sekda = await getIncoming(deps, await agency.actor('sekda'), { incomingId });
    expect(sekda).to.include({ role: 'to', settledAt: null });
    expect(await kindsOf('sekda')).to.deep.equal(['incoming']);
    await office.send(incomingId, 'sekda', ['kadis']);
  });

  it('finishes only when the chain is closed, or by force', async () => {
    const { deps, agency } = office;
    const kadis = await agency.actor('kadis');
    const top = idOf(await office.send(incomingId, 'kadis', ['kabid']));
    await refusalOf(finishIncoming(deps, await agency.actor('kabid'), { incomingId, note: '', forceReason: '' }), 'forbidden');
    await refusalOf(finishIncoming(deps, kadis, { incomingId, note: '', forceReason: '' }), 'children_open');
    await finishIncoming(deps, kadis, { incomingId, note: '', forceReason: 'Sudah dijawab lisan' });
    expect((await office.item('kadis', top)).closedReason).to.match(/Sudah dijawab lisan/u);
    await drainOutbox(deps);
    await refusalOf(finishIncoming(deps, kadis, { incomingId, note: '', forceReason: '' }), 'wrong_state');
    await office.send(incomingId, 'kadis', ['sekdis']);
    expect((await getDispositionTree(deps, kadis, { incomingId })).letter.status).to.equal('in_progress');
  });
});
