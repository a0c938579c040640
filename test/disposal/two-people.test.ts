import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { findDesk } from '../../server/accounts/authenticate.ts';
import { attendDestruction } from '../../server/disposal/attend-destruction.ts';
import type { Disposal } from '../../server/disposal/contract.ts';
import { setDisposalParties } from '../../server/disposal/set-disposal-parties.ts';
import type { PartyRole } from '../../server/disposal/states.ts';
import { type DeskKey, makeAgency, sessionOf, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { outside } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { valueOf } from '../support/rows.ts';
import { giveCertificates, makeDueFile, Office } from './archive.ts';

const DAY = 24 * 3_600_000;

describe('saksi dan pelaksana adalah orang yang berbeda', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let office: Office;
  const admin = () => deps.database.adminUrl;

  // The desk of the second witness passes to the first witness, then to the head who acknowledges the minutes.
  before(async function () {
    this.timeout(120_000);
    deps = await makeDeps();
    agency = await makeAgency(deps, {
      extraAppointments: [
        { person: 'staf2', position: 'kosong', kind: 'plt', from: '2026-01-01', to: '2026-11-25' },
        { person: 'pengarah', position: 'kosong', kind: 'plt', from: '2026-11-25', to: '2026-11-26' },
        { person: 'kadis', position: 'kosong', kind: 'plt', from: '2026-11-26', to: null },
      ],
    });
    await giveCertificates(deps, agency);
    const { fileId } = await makeDueFile(deps, agency, { letters: [{ to: [outside('PT Uji')] }] });
    office = new Office(deps, agency);
    await office.begin('destruction', [fileId], { panel_creator: 'kabid', witness_inspectorate: 'kosong' });
    await office.submit();
    await office.signAll('destruction_list', ['kabid', 'sekdis']);
    for (const key of ['sekdis', 'kabid', 'arsiparis'] as const) await office.assess(key);
    await office.signAll('consideration', ['kabid', 'arsiparis', 'sekdis']);
    await office.approve('gubernur');
    await office.signAll('approval', ['gubernur']);
    await office.signAll('decree', ['kadis']);
  });
  after(() => deps.release());

  /** The person attends from the desk of the second witness. */
  async function attendActing(key: DeskKey): Promise<Disposal> {
    const { agencyId } = agency;
    const appointmentId = await valueOf<string>(
      admin(),
      'select id from appointment where agency_id = $1 and position_id = $2 and person_id = $3',
      [agencyId, agency.desk('kosong').positionId, agency.desk(key).personId],
    );
    const desk = await findDesk(deps, sessionOf(agencyId, agency.desk(key)), appointmentId);
    if (!desk) throw new Error(`${key} does not act from that desk now`);
    const actor = { ...desk, command: { key: randomUUID(), requestHash: 'test' } };
    const { version } = await office.now();
    return attendDestruction(deps, actor, { disposalId: office.id, version, typedCount: 1, hasRead: true });
  }

  async function name(witnesses: [PartyRole, DeskKey][]): Promise<Disposal> {
    const named: [PartyRole, DeskKey][] = [['executor', 'sekdis'], ...witnesses];
    return setDisposalParties(deps, await office.actor('arsiparis'), {
      disposalId: office.id,
      version: (await office.now()).version,
      parties: named.map(([role, key]) => ({ role, positionId: agency.desk(key).positionId })),
    });
  }

  it('one person does not witness twice, from another desk either', async () => {
    deps.advance(DAY);
    await office.attend('pengarah');
    const refusal = await refusalOf(attendActing('pengarah'), 'two_people');
    expect(refusal.detail).to.equal('Anda sudah menjadi saksi dari jabatan lain.');
    const { parties } = await office.now();
    expect(parties.find(({ role }) => role === 'witness_inspectorate')?.verdict).to.equal(null);
  });

  it('witnesses named anew after the decree are different people too', async () => {
    const refusal = await refusalOf(
      name([
        ['witness_legal', 'pengarah'],
        ['witness_inspectorate', 'kosong'],
      ]),
      'two_people',
    );
    expect(refusal.detail).to.match(/orang yang berbeda/u);
    expect((await office.now()).parties.find(({ role }) => role === 'witness_legal')?.verdict).to.equal('attend');
    await refusalOf(
      name([
        ['witness_legal', 'kabid'],
        ['witness_inspectorate', 'auditor'],
      ]),
      'two_people',
    );
  });

  it('a witness who is the acknowledging head stops the destruction before it begins; another witness frees it', async function () {
    this.timeout(60_000);
    deps.advance(DAY);
    await attendActing('kadis');
    const refusal = await refusalOf(office.execute('sekdis'), 'two_people');
    expect(refusal.detail).to.match(/Pelaksana, para saksi, dan pimpinan yang mengetahui/u);
    expect((await office.now()).state).to.equal('decreed');
    await name([
      ['witness_legal', 'pengarah'],
      ['witness_inspectorate', 'auditor'],
    ]);
    // Who was named again states presence again.
    await office.witnessed();
    await office.execute('sekdis');
    await office.work();
    expect((await office.now()).state).to.equal('minutes');
  });
});
