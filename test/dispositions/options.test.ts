import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { getCalendar, setCalendarDay } from '../../server/dispositions/calendar-days.ts';
import { RecipientInput } from '../../server/dispositions/contract.ts';
import { getFollowUpSetting, setFollowUpSetting } from '../../server/dispositions/follow-up-setting.ts';
import { getDispositionOptions } from '../../server/dispositions/get-disposition-options.ts';
import { giveDisposition } from '../../server/dispositions/give-disposition.ts';
import { listInstructions, setInstructions } from '../../server/dispositions/instructions.ts';
import { listTeams } from '../../server/dispositions/list-teams.ts';
import { setTeam } from '../../server/dispositions/set-team.ts';
import type { DeskKey } from '../support/agency.ts';
import { makeIncoming } from '../support/incoming.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';
import { openOffice, type Office } from './office.ts';

describe('what can be chosen for a disposition', () => {
  let office: Office;
  let incomingId: string;

  beforeEach(async () => {
    office = await openOffice();
    incomingId = await makeIncoming(office.deps, office.agency);
  });
  afterEach(() => office.deps.release());

  const optionsOf = async (key: DeskKey, wanted: { incomingId?: string; itemId?: string } = {}) =>
    getDispositionOptions(office.deps, await office.agency.actor(key), { incomingId, ...wanted });

  it('offers direct subordinates first, then deeper desks; what was chosen before goes to the front', async () => {
    const { agency } = office;
    const titles = (options: Awaited<ReturnType<typeof optionsOf>>) =>
      options.recipients.map(({ fullTitle }) => fullTitle);
    const before = await optionsOf('kadis');
    expect(titles(before).slice(0, 2)).to.have.members([
      'Sekretaris Dinas Komunikasi dan Informatika',
      'Kepala Bidang Aplikasi Informatika',
    ]);
    expect(titles(before)).to.include.members(['Pranata Komputer Ahli Pertama', 'Kepala Subbagian Keuangan']);
    expect(titles(before)).not.to.include.members(['Sekretaris Daerah']);
    await office.send(incomingId, 'kadis', [['staf2', { instructions: ['Edarkan'] }]]);
    const after = await optionsOf('kadis');
    expect(after.recipients[0]).to.deep.include({
      target: { kind: 'position', positionId: agency.desk('staf2').positionId },
      relation: 'below',
      timesChosen: 1,
    });
    expect(after.instructions[0]).to.deep.equal({ wording: 'Edarkan', timesChosen: 1 });
    expect(after.defaultInstruction).to.equal('Edarkan');
    expect(before.defaultInstruction).to.equal('Tindak lanjuti');
  });

  it('forgets choices with time: two old ones weigh less than one of today', async () => {
    await office.send(incomingId, 'kadis', ['kabid']);
    await office.send(incomingId, 'kadis', ['kabid']);
    office.deps.advance(70 * 86_400_000);
    await office.send(incomingId, 'kadis', ['sekdis']);
    const { recipients } = await optionsOf('kadis');
    expect(recipients.slice(0, 2).map(({ timesChosen }) => timesChosen)).to.deep.equal([1, 2]);
    office.deps.advance(120 * 86_400_000);
    expect((await optionsOf('kadis')).recipients.map(({ timesChosen }) => timesChosen)).not.to.include(2);
  });

  it('offers working days of the agency, by the grade of the letter and never after the disposition above', async () => {
    const { deps, agency } = office;
    const admin = await agency.actor('admin');
    await setCalendarDay(deps, admin, { date: '2026-11-25', name: 'Hari jadi provinsi', rule: 'off' });
    const urgent = await makeIncoming(deps, agency, { handlingGrade: 'sangat_segera' });
    const options = await optionsOf('kadis', { incomingId: urgent });
    expect(options.dueChoices).to.deep.equal([
      { key: 'today', date: '2026-11-24' },
      { key: 'tomorrow', date: '2026-11-26' },
      { key: 'three_days', date: '2026-11-30' },
      { key: 'week', date: '2026-12-02' },
    ]);
    expect(options.defaultDueDate).to.equal('2026-11-26');
    expect(options.holidays[0]).to.deep.equal({ date: '2026-11-25', name: 'Hari jadi provinsi' });
    const [item] = await office.send(incomingId, 'kadis', [['kabid', { dueDate: '2026-11-27' }]]);
    const below = await optionsOf('kabid', { itemId: item?.id ?? '' });
    expect(below).to.include({ defaultDueDate: '2026-11-27', latestDueDate: '2026-11-27' });
    expect(below.dueChoices.map(({ key }) => key)).to.deep.equal(['today', 'tomorrow']);
    await refusalOf(optionsOf('staf', { itemId: item?.id ?? '' }), 'forbidden');
  });

  it('gives to a team as its members, led by its leader', async () => {
    const { deps, agency } = office;
    const id = (key: DeskKey) => agency.desk(key).positionId;
    const teamId = randomUUID();
    const team = {
      teamId,
      name: 'Tim Satu Data',
      leaderPositionId: id('kabid'),
      memberPositionIds: [id('staf'), id('staf2'), id('kadis')],
      isEnded: false,
    };
    await refusalOf(setTeam(deps, await agency.actor('kabid'), team), 'forbidden');
    await refusalOf(setTeam(deps, await agency.actor('kadispupr'), team), 'forbidden');
    expect((await setTeam(deps, await agency.actor('kadis'), team)).members).to.have.length(3);
    await refusalOf(setTeam(deps, await agency.actor('admin'), { ...team, teamId: randomUUID() }), 'invalid_input');
    const give = async (key: DeskKey, letter: string) =>
      giveDisposition(deps, await agency.actor(key), {
        incomingId: letter,
        parentItemId: null,
        recipients: [RecipientInput.parse({ target: { kind: 'team', teamId }, instructions: ['Tindak lanjuti'] })],
        sheetFileId: null,
      });
    const given = await give('kadis', incomingId);
    expect(given.items.map((item) => [item.recipient.positionId, item.isPic, item.teamName])).to.deep.equal([
      [id('kabid'), true, 'Tim Satu Data'],
      [id('staf'), false, 'Tim Satu Data'],
      [id('staf2'), false, 'Tim Satu Data'],
    ]);
    await office.deliver();
    expect((await optionsOf('kadis')).recipients[0]).to.deep.include({
      target: { kind: 'team', teamId },
      relation: 'team',
      timesChosen: 1,
    });
    const other = await makeIncoming(deps, agency, { to: ['kadispupr'] });
    expect((await refusalOf(give('kadispupr', other), 'disposition_direction')).detail).to.match(/Tim Satu Data/u);
    await setTeam(deps, await agency.actor('admin'), { ...team, isEnded: true });
    expect((await listTeams(deps, await agency.actor('staf'))).teams).to.deep.equal([]);
    await refusalOf(give('kadis', incomingId), 'invalid_input');
  });

  it('permits what a coordination relation permits, while it lasts', async () => {
    const { deps, agency } = office;
    const { adminUrl } = deps.database;
    await rowsOf(
      adminUrl,
      `insert into position_relation (agency_id, id, from_position_id, to_position_id, kind, valid)
       values ($1, gen_random_uuid(), $2, $3, 'coordination', daterange('2026-01-01', '2026-12-01'))`,
      [agency.agencyId, agency.desk('kadis').positionId, agency.desk('kadispupr').positionId],
    );
    await office.send(incomingId, 'kadis', ['kadispupr']);
    expect((await optionsOf('kadis')).recipients[0]?.relation).to.equal('coordination');
    deps.setNow(new Date('2026-12-02T02:00:00Z'));
    await refusalOf(office.hold(incomingId, 'kadis', ['kadispupr']), 'disposition_direction');
  });

  it('keeps the master list, calendar and reminders of the agency for its administrator to change', async () => {
    const { deps, agency } = office;
    const admin = await agency.actor('admin');
    const kadis = await agency.actor('kadis');
    const wanted = { group: 'office_head' as const, wordings: ['Selesaikan', 'Arsipkan saja'] };
    await refusalOf(setInstructions(deps, kadis, wanted), 'forbidden');
    await refusalOf(
      setInstructions(deps, admin, { ...wanted, wordings: ['Selesaikan', 'selesaikan'] }),
      'invalid_input',
    );
    await setInstructions(deps, admin, wanted);
    const { groups } = await listInstructions(deps, kadis);
    expect(groups.find(({ group }) => group === 'office_head')?.wordings).to.deep.equal(wanted.wordings);
    expect(groups.find(({ group }) => group === 'staff')?.wordings).to.include('Untuk diketahui');
    expect((await optionsOf('kadis')).instructions.map(({ wording }) => wording)).to.deep.equal(wanted.wordings);
    const setting = { remindDaysBefore: 3, escalateAfterDays: 1, escalateAgainAfterDays: 5 };
    await refusalOf(setFollowUpSetting(deps, kadis, setting), 'forbidden');
    expect(await getFollowUpSetting(deps, kadis)).to.include({ remindDaysBefore: 1 });
    await setFollowUpSetting(deps, admin, setting);
    expect(await getFollowUpSetting(deps, kadis)).to.deep.equal(setting);
    const christmas = { date: '2026-12-25', name: 'Piket', rule: 'working' as const };
    await refusalOf(setCalendarDay(deps, kadis, christmas), 'forbidden');
    expect(await setCalendarDay(deps, admin, christmas)).to.deep.equal({ date: '2026-12-25', isOff: false });
    const { days } = await getCalendar(deps, kadis, { year: 2026 });
    expect(days.find(({ date }) => date === '2026-12-25')).to.deep.equal({
      date: '2026-12-25',
      name: 'Piket',
      isOff: false,
      isOwn: true,
    });
    expect(await setCalendarDay(deps, admin, { ...christmas, rule: 'national' })).to.include({ isOff: true });
  });
});
