import { expect } from 'chai';
import { listDispositions } from '../../server/dispositions/list-dispositions.ts';
import { getDispositionTree } from '../../server/dispositions/get-disposition-tree.ts';
import { getIncoming } from '../../server/incoming/get-incoming.ts';
import { openOffice, type Office } from '../dispositions/office.ts';
import { makeIncoming } from '../support/incoming.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';

describe('the secretary of an official', () => {
  let office: Office;
  let openId: string;

  beforeEach(async () => {
    office = await openOffice();
    openId = await makeIncoming(office.deps, office.agency, { to: ['sekda'] });
    await office.send(openId, 'sekda', ['kadis']);
  });
  afterEach(() => office.deps.release());

  const open = async (incomingId: string) =>
    getIncoming(office.deps, await office.agency.actor('sekdis'), { incomingId });
  const endRelation = () =>
    rowsOf(
      office.deps.database.adminUrl,
      `update position_relation set valid = daterange(lower(valid), $1::date) where kind = 'secretary_of'`,
      [office.deps.now()],
    );

  it('opens open and limited letters that a disposition brought to the official, and no secret one', async () => {
    expect((await open(openId)).id).to.equal(openId);
    const limitedId = await makeIncoming(office.deps, office.agency, { to: ['sekda'], securityClass: 'T' });
    await refusalOf(open(limitedId), 'forbidden');
    await office.send(limitedId, 'sekda', ['kadis']);
    expect((await open(limitedId)).id).to.equal(limitedId);
    const secretId = await makeIncoming(office.deps, office.agency, { to: ['sekda'], securityClass: 'R' });
    await office.send(secretId, 'sekda', ['kadis']);
    await refusalOf(open(secretId), 'not_found');
  });

  it('opens what the official got as a copy', async () => {
    const incomingId = await makeIncoming(office.deps, office.agency, { to: ['sekda'], cc: ['kadis'] });
    expect((await open(incomingId)).actions).to.deep.equal([]);
  });

  it('reads with the official only as long as the relation lasts', async () => {
    const addressedId = await makeIncoming(office.deps, office.agency);
    expect((await open(addressedId)).actions).to.include('dispose');
    await endRelation();
    await refusalOf(open(addressedId), 'forbidden');
    await refusalOf(open(openId), 'forbidden');
    const former = await office.agency.actor('sekdis');
    await refusalOf(getDispositionTree(office.deps, former, { incomingId: openId }), 'forbidden');
    const { positionId } = office.agency.desk('kadis');
    await refusalOf(
      listDispositions(office.deps, former, { box: 'mine', tab: 'all', limit: 30, positionId }),
      'forbidden',
    );
  });
});
