import { expect } from 'chai';
import { pauseDisposition } from '../../server/dispositions/pause-disposition.ts';
import { reportFollowUp } from '../../server/dispositions/report-follow-up.ts';
import { resumeDisposition } from '../../server/dispositions/resume-disposition.ts';
import { setDispositionDue } from '../../server/dispositions/set-disposition-due.ts';
import { sweepDispositions } from '../../server/dispositions/sweep-dispositions.ts';
import type { DeskKey } from '../support/agency.ts';
import { makeIncoming } from '../support/incoming.ts';
import { refusalOf } from '../support/refusal.ts';
import { valueOf } from '../support/rows.ts';
import { openOffice, type Office } from './office.ts';

/** Tuesday, 24 November 2026; WIB is UTC+7. */
describe('deadlines under a moved clock', () => {
  let office: Office;
  let incomingId: string;

  beforeEach(async () => {
    office = await openOffice();
    incomingId = await makeIncoming(office.deps, office.agency);
  });
  afterEach(() => office.deps.release());

  const at = (instant: string) => office.deps.setNow(new Date(instant));
  const kindsOf = async (key: DeskKey) =>
    (await office.noticesOf(key))
      .map(({ kind }) => kind.replace('disposition.', ''))
      .filter((kind) => kind !== 'received');

  it('reminds before and after, then tells the giver, then the giver above: each once', async () => {
    await office.send(incomingId, 'kadis', [['kabid', { dueDate: '2026-11-27' }]]);
    const { deps } = office;
    const steps: [now: string, kabid: string[], kadis: string[], sekda: string[]][] = [
      ['2026-11-25T10:00:00Z', [], [], []],
      ['2026-11-26T02:00:00Z', ['before_due'], [], []],
      ['2026-11-27T07:59:00Z', ['before_due'], [], []],
      ['2026-11-27T08:00:00Z', ['before_due', 'overdue'], [], []],
      ['2026-11-30T02:00:00Z', ['before_due', 'overdue'], [], []],
      ['2026-12-01T02:00:00Z', ['before_due', 'overdue'], ['escalated'], []],
      ['2026-12-02T02:00:00Z', ['before_due', 'overdue'], ['escalated'], []],
      ['2026-12-03T02:00:00Z', ['before_due', 'overdue'], ['escalated'], ['escalated_again']],
      ['2026-12-20T02:00:00Z', ['before_due', 'overdue'], ['escalated'], ['escalated_again']],
    ];
    for (const [now, kabid, kadis, sekda] of steps) {
      at(now);
      await Promise.all([sweepDispositions(deps), sweepDispositions(deps), sweepDispositions(deps)]);
      expect([await kindsOf('kabid'), await kindsOf('kadis'), await kindsOf('sekda')], now).to.deep.equal([
        kabid,
        kadis,
        sekda,
      ]);
    }
    const events = `select count(*)::int from event where action in ('disposition.reminded', 'disposition.escalated')`;
    expect(await valueOf(deps.database.adminUrl, events)).to.equal(4);
  });

  it('sends only what has come furthest after days without sweep, and nothing for what is done', async () => {
    const [late, done] = await office.send(incomingId, 'kadis', [
      ['kabid', { dueDate: '2026-11-25' }],
      ['sekdis', { dueDate: '2026-11-25' }],
    ]);
    const sekdis = await office.agency.actor('sekdis');
    const report = { itemId: done?.id ?? '', text: 'Selesai.', isFinal: true, fileIds: [], forceReason: '' };
    await reportFollowUp(office.deps, sekdis, report);
    at('2026-12-10T02:00:00Z');
    await sweepDispositions(office.deps);
    expect([await kindsOf('kabid'), await kindsOf('sekda')]).to.deep.equal([[], ['escalated_again']]);
    expect(await kindsOf('kadis')).to.deep.equal(['reported']);
    expect((await office.item('kabid', late?.id ?? '')).isLate).to.equal(true);
    const kinds = `select count(*)::int from disposition_notice where item_id = $1`;
    expect(await valueOf(office.deps.database.adminUrl, kinds, [late?.id])).to.equal(4);
  });

  it('tells the giver above of a limited letter without naming it', async () => {
    const limited = await makeIncoming(office.deps, office.agency, { securityClass: 'T', subject: 'Mutasi pejabat' });
    await office.send(limited, 'kadis', [['kabid', { dueDate: '2026-11-25' }]]);
    at('2026-12-10T02:00:00Z');
    await sweepDispositions(office.deps);
    const [notice] = await office.noticesOf('sekda');
    expect(notice?.text).to.match(/surat terbatas$/u);
  });

  it('tells the giver again where nobody is above', async () => {
    const letter = await makeIncoming(office.deps, office.agency, { to: ['gubernur'] });
    await office.send(letter, 'gubernur', [['sekda', { dueDate: '2026-11-25' }]]);
    at('2026-12-10T02:00:00Z');
    await sweepDispositions(office.deps);
    expect(await kindsOf('gubernur')).to.deep.equal(['escalated_again']);
  });

  it('reminds anew when the deadline is moved, and names no secret letter', async () => {
    const { deps, agency } = office;
    const letter = await makeIncoming(deps, agency, { securityClass: 'R', subject: 'Mutasi pejabat' });
    const [item] = await office.send(letter, 'kadis', [['kabid', { dueDate: '2026-11-25' }]]);
    at('2026-11-25T10:00:00Z');
    await sweepDispositions(deps);
    const move = { itemId: item?.id ?? '', version: item?.version ?? 0, dueDate: '2026-11-26' };
    await setDispositionDue(deps, await agency.actor('kadis'), move);
    await sweepDispositions(deps);
    at('2026-11-26T10:00:00Z');
    await sweepDispositions(deps);
    expect(await kindsOf('kabid')).to.deep.equal(['overdue', 'due_changed', 'before_due', 'overdue']);
    expect(JSON.stringify(await office.noticesOf('kabid'))).not.to.match(/Mutasi/u);
  });

  it('stands while paused, and moves by the working days it stood, with what hangs below', async () => {
    const { deps, agency } = office;
    const kadis = await agency.actor('kadis');
    const [top] = await office.send(incomingId, 'kadis', [['kabid', { dueDate: '2026-11-27' }]]);
    const [below] = await office.send(incomingId, 'kabid', [['staf', { dueDate: '2026-11-26' }]], top?.id ?? '');
    const itemId = top?.id ?? '';
    const { version } = await office.item('kadis', itemId);
    const paused = await pauseDisposition(deps, kadis, { itemId, version, reason: 'Menunggu data dari pengirim' });
    expect(paused).to.include({ pauseReason: 'Menunggu data dari pengirim', pausedSince: deps.now().toISOString() });
    expect(paused.actions).to.include('resume').and.not.include('pause');
    await refusalOf(pauseDisposition(deps, kadis, { itemId, version: paused.version, reason: 'Lagi' }), 'wrong_state');
    at('2026-12-01T03:00:00Z');
    await sweepDispositions(deps);
    expect(await kindsOf('kabid')).to.deep.equal(['paused']);
    expect((await office.item('kabid', itemId)).isLate).to.equal(false);
    // Stood Wednesday to Friday, Monday and Tuesday: five working days.
    const resumed = await resumeDisposition(deps, kadis, { itemId, version: paused.version });
    expect(resumed).to.include({ dueDate: '2026-12-04', dueAt: '2026-12-04T08:00:00.000Z', pausedSince: null });
    expect(await office.item('staf', below?.id ?? '')).to.include({ dueDate: '2026-12-03', pausedSince: null });
    await refusalOf(resumeDisposition(deps, kadis, { itemId, version: resumed.version }), 'wrong_state');
  });

  it('never lets a child go beyond its parent: given, changed, or resumed alone', async () => {
    const { deps, agency } = office;
    const [top] = await office.send(incomingId, 'kadis', [['kabid', { dueDate: '2026-11-27' }]]);
    const below = ['kabid', [['staf', { dueDate: '2026-11-30' }]], top?.id ?? ''] as const;
    const refusal = await refusalOf(
      office.hold(incomingId, below[0], [['staf', { dueDate: '2026-11-30' }]], below[2]),
      'deadline_after_parent',
    );
    expect(refusal.detail).to.match(/27\sNovember\s2026/u);
    await refusalOf(office.hold(incomingId, 'kadis', [['kabid', { dueDate: '2026-11-23' }]]), 'invalid_input');
    const [child] = await office.send(incomingId, 'kabid', ['staf'], below[2]);
    expect(child?.dueDate).to.equal('2026-11-27');
    const kabid = await agency.actor('kabid');
    const change = { itemId: child?.id ?? '', version: child?.version ?? 0 };
    await refusalOf(setDispositionDue(deps, kabid, { ...change, dueDate: '2026-12-01' }), 'deadline_after_parent');
    const { version } = await office.item('kadis', below[2]);
    const kadis = await agency.actor('kadis');
    await refusalOf(
      setDispositionDue(deps, kadis, { itemId: below[2], version, dueDate: '2026-11-25' }),
      'invalid_input',
    );
    const paused = await pauseDisposition(deps, kabid, { ...change, reason: 'Menunggu' });
    at('2026-11-26T03:00:00Z');
    const resumed = await resumeDisposition(deps, kabid, { itemId: change.itemId, version: paused.version });
    expect(resumed.dueDate).to.equal('2026-11-27');
  });
});
