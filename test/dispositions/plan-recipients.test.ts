import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { RecipientInput } from '../../server/dispositions/contract.ts';
import { planRecipients } from '../../server/dispositions/plan-recipients.ts';
import { AppError } from '../../server/errors.ts';

const [giver, leader, member, vacant, other, teamId] = Array.from({ length: 6 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const context = {
  giverId: giver,
  teams: new Map([[teamId, { leaderId: leader, memberIds: [member, vacant, giver] }]]),
  isVacant: (id: string) => id === vacant,
};
const desk = (positionId: string, said: object = {}) =>
  RecipientInput.parse({ target: { kind: 'position', positionId }, ...said });
const team = (said: object = {}) => RecipientInput.parse({ target: { kind: 'team', teamId }, ...said });
const plan = (...recipients: ReturnType<typeof desk>[]) => planRecipients(recipients, context);
const picOf = (planned: ReturnType<typeof plan>) => planned.filter(({ isPic }) => isPic).map((each) => each.positionId);

describe('planning recipients', () => {
  it('makes a team its members, without the giver and vacant desks, led by its leader', () => {
    const planned = plan(desk(other), team({ instructions: ['Hadiri/wakili'] }));
    expect(planned.map(({ positionId }) => positionId)).to.deep.equal([other, leader, member]);
    expect(planned[1]).to.deep.include({ teamId, instructions: ['Hadiri/wakili'] });
    expect(picOf(planned)).to.deep.equal([leader]);
    expect(picOf(plan(desk(other, { isPic: true }), team()))).to.deep.equal([other]);
    expect(picOf(plan(desk(other), team({ isPic: true })))).to.deep.equal([leader]);
    const own = { ...context, teams: new Map([[teamId, { leaderId: giver, memberIds: [member, other] }]]) };
    expect(picOf(planRecipients([team()], own))).to.deep.equal([member]);
  });

  it('makes the first of several the coordinator, and nobody when there is one', () => {
    expect(picOf(plan(desk(other), desk(member)))).to.deep.equal([other]);
    expect(picOf(plan(desk(other)))).to.deep.equal([]);
    expect(() => plan(desk(other, { isPic: true }), desk(member, { isPic: true }))).to.throw(AppError);
  });

  it('names each desk once: what is said to it goes before what its team is told', () => {
    const planned = plan(
      team({ instructions: ['Untuk diketahui'] }),
      desk(member, { instructions: ['Tindak lanjuti'], note: 'Satu', dueDate: '2026-12-02' }),
      desk(member, { instructions: ['Laporkan hasilnya'], note: 'Dua', dueDate: '2026-12-01', isPrivate: true }),
    );
    expect(planned.map(({ positionId }) => positionId)).to.deep.equal([leader, member]);
    expect(planned[1]).to.deep.include({
      teamId: null,
      instructions: ['Tindak lanjuti', 'Laporkan hasilnya'],
      note: 'Satu\nDua',
      dueDate: '2026-12-01',
      isPrivate: true,
    });
  });
});
