import { expect } from 'chai';
import { orderCircuit } from '../../server/organisation/propose-circuit.ts';
import { listSignatories, searchClassifications, searchDesks } from '../../server/organisation/desks.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';

describe('The proposed circuit', () => {
  it('climbs the line of command and ends with the secretary of the signatory', () => {
    const order = orderCircuit(['kabid', 'kadis', 'sekda'], {
      drafter: 'staf',
      signatory: 'kadis',
      secretaries: ['sekdis'],
    });
    expect(order).to.deep.equal(['kabid', 'sekdis']);
  });

  it('names nobody twice when the secretary stands in the line', () => {
    const order = orderCircuit(['sekdis', 'kadis'], { drafter: 'tu', signatory: 'kadis', secretaries: ['sekdis'] });
    expect(order).to.deep.equal(['sekdis']);
  });

  it('is empty when the drafter signs', () => {
    expect(orderCircuit(['sekda'], { drafter: 'kadis', signatory: 'kadis', secretaries: ['sekdis'] })).to.deep.equal(
      [],
    );
  });

  it('asks only the nearest superior when the signatory is outside the line', () => {
    const order = orderCircuit(['kabid', 'kadis'], { drafter: 'staf', signatory: 'kadispupr', secretaries: [] });
    expect(order).to.deep.equal(['kabid']);
  });
});

describe('The directory of desks', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps, {
      extraAppointments: [{ person: 'sekdis', position: 'kadis', kind: 'plh', from: '2026-11-20', to: '2026-11-30' }],
    });
  });
  after(() => deps.release());

  const find = async (q: string) => (await searchDesks(deps, await agency.actor('staf'), { q, limit: 10 })).desks;

  it('finds a desk by words of title, unit or holder in any order', async () => {
    expect((await find('informatika dinas kepala'))[0]?.positionId).to.equal(agency.desk('kadis').positionId);
    expect((await find('Pejabat Tupupr'))[0]?.positionId).to.equal(agency.desk('tupupr').positionId);
  });

  it('takes signs of patterns literally', async () => {
    expect(await find('%')).to.have.length(0);
    expect(await find('_')).to.have.length(0);
    expect(await find('\\')).to.have.length(0);
  });

  it('shows the acting holder while he acts', async () => {
    const [desk] = await find('Kepala Dinas Komunikasi');
    expect(desk?.actingKind).to.equal('plh');
    expect(desk?.holderName).to.equal(agency.desk('sekdis').name);
  });

  it('offers the officials above as signatories, nearest first', async () => {
    const { signatories } = await listSignatories(deps, await agency.actor('staf'));
    expect(signatories.map((desk) => desk.positionId)).to.deep.equal(
      (['kabid', 'kadis', 'sekda', 'gubernur'] as const).map((key) => agency.desk(key).positionId),
    );
  });

  it('finds a classification by words and by the beginning of its code', async () => {
    const actor = await agency.actor('staf');
    const byWords = await searchClassifications(deps, actor, { q: 'government', limit: 5 });
    expect(byWords.classifications[0]?.code).to.equal('500.12.6');
    const byCode = await searchClassifications(deps, actor, { q: '500.12', limit: 5 });
    expect(byCode.classifications.map((row) => row.code)).to.have.members(['500.12', '500.12.6']);
  });
});
