import { expect } from 'chai';
import type { Tx } from '../../server/db.ts';
import { listDispositions } from '../../server/dispositions/list-dispositions.ts';
import {
  type Box,
  countDeskItems,
  listDeskItems,
  rollUpBelow,
  type Tab,
} from '../../server/dispositions/list-queries.ts';
import { listDue } from '../../server/dispositions/sweep-queries.ts';
import { plansOf } from '../support/explain.ts';
import { makeIncoming } from '../support/incoming.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { openOffice, type Office } from './office.ts';

const TABS: Tab[] = ['open', 'late', 'unread', 'done', 'all'];

describe('lists of dispositions', () => {
  let office: Office;

  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.deps.release());

  it('pages through open ones by deadline, those without one last, and others newest first', async () => {
    const { deps, agency } = office;
    const dates = ['2026-11-27', null, '2026-11-25', '2026-11-26', null];
    const sent: string[] = [];
    for (const [index, dueDate] of dates.entries()) {
      const incomingId = await makeIncoming(deps, agency, { subject: `Surat ${index}` });
      const [item] = await office.send(incomingId, 'kadis', [['kabid', { dueDate }]]);
      sent.push(item?.id ?? '');
    }
    const kabid = await agency.actor('kabid');
    const pagesOf = async (box: Box, tab: Tab) => {
      const found: string[] = [];
      let after: string | undefined;
      do {
        const actor = box === 'mine' ? kabid : await agency.actor('kadis');
        const page = await listDispositions(deps, actor, {
          box,
          tab,
          limit: 2,
          ...(after === undefined ? {} : { after }),
        });
        found.push(...page.items.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return found.map((id) => sent.indexOf(id));
    };
    for (const box of ['mine', 'given'] as const) {
      expect(await pagesOf(box, 'open'), box).to.deep.equal([2, 3, 0, 1, 4]);
      expect(await pagesOf(box, 'unread'), box).to.deep.equal([4, 3, 2, 1, 0]);
      expect(await pagesOf(box, 'all'), box).to.deep.equal([4, 3, 2, 1, 0]);
      expect(await pagesOf(box, 'done'), box).to.deep.equal([]);
    }
    deps.setNow(new Date('2026-11-26T02:00:00Z'));
    expect(await pagesOf('mine', 'late')).to.deep.equal([2]);
    const { counts, items } = await listDispositions(deps, kabid, { box: 'mine', tab: 'late', limit: 9 });
    expect(counts).to.deep.equal({ open: 5, late: 1, unread: 5 });
    expect(items[0]).to.deep.include({ isLate: true, dueDate: '2026-11-25' });
    expect(items[0]?.letter.subject).to.equal('Surat 2');
  });

  it('shows a secretary the list of the official, and nobody else', async () => {
    const { deps, agency } = office;
    await office.send(await makeIncoming(deps, agency), 'kadis', ['kabid']);
    const ask = { box: 'given', tab: 'open', limit: 30, positionId: agency.desk('kadis').positionId } as const;
    expect((await listDispositions(deps, await agency.actor('sekdis'), ask)).items).to.have.length(1);
    await refusalOf(listDispositions(deps, await agency.actor('tu'), ask), 'forbidden');
  });
});

describe('lists of dispositions with 200,000 in the agency', () => {
  let office: Office;
  let desk: { agencyId: string; positionId: string };
  let giver: { agencyId: string; positionId: string };

  before(async function () {
    this.timeout(180_000);
    office = await openOffice();
    const { deps, agency } = office;
    const { agencyId } = agency;
    desk = { agencyId, positionId: agency.desk('kabid').positionId };
    giver = { agencyId, positionId: agency.desk('kadis').positionId };
    await makeIncoming(deps, agency);
    // 400 desks of 500 items each; the desk asked is one of them, its giver gave a tenth of everything.
    await rowsOf(
      deps.database.adminUrl,
      `set session_replication_role = replica;
       insert into incoming_letter (agency_id, id, unit_id, status, received_at, received_date, channel, subject)
       select agency_id, gen_random_uuid(), unit_id, 'in_progress', received_at, received_date, 'counter', 'Surat ' || n
       from incoming_letter, generate_series(1, 2000) n;
       create temp table letters as select id, row_number() over () - 1 as n from incoming_letter;
       create temp table desks as select gen_random_uuid() as id, n from generate_series(1, 399) n
         union all select '${desk.positionId}', 0;
       insert into disposition (agency_id, id, incoming_id, giver_position_id, giver_name, giver_title, giver_appointment_kind, state,
         created_at, deliver_at)
       select '${agencyId}', gen_random_uuid(), id, '${giver.positionId}', 'Pejabat', 'Kepala', 'definitif', 'delivered', now(), now()
       from letters;
       create temp table given as select id, incoming_id, row_number() over () - 1 as n from disposition;
       insert into disposition_item (agency_id, id, disposition_id, incoming_id, giver_position_id, position_id, ordinal, instructions,
         status, received_at, due_at, due_date, closed_at)
       select '${agencyId}', gen_random_uuid(), given.id, given.incoming_id,
         case when s.n % 10 = 0 then '${giver.positionId}'::uuid else other.id end, desks.id, s.n, '{Tindak lanjuti}',
         case when s.n % 7 = 0 then 'unread' when s.n % 7 = 1 then 'in_progress' else 'done' end,
         timestamptz '2026-11-20' - s.n * interval '3 minutes',
         case when s.n % 3 > 0 then timestamptz '2026-11-24 09:00Z' + (s.n % 60 - 30) * interval '1 day' end,
         case when s.n % 3 > 0 then date '2026-11-24' + (s.n % 60 - 30) end, null
       from generate_series(0, 199999) s(n)
       join desks on desks.n = (s.n / 7) % 400
       join desks other on other.n = (s.n / 7 + 1) % 400
       join given on given.n = s.n % 2001;
       analyze`,
    );
  });
  after(() => office.deps.release());

  /** As the application role sees them. */
  const plansAs = (work: (tx: Tx) => Promise<unknown>): Promise<string[]> =>
    office.deps.db.transaction({ agencyId: office.agency.agencyId }, (tx) => plansOf(tx, work));

  const whole = (tab: Tab, box: Box, after: { at: string | null; id: string } | null) => ({
    ...(box === 'mine' ? desk : giver),
    box,
    tab,
    now: office.deps.now(),
    after,
    limit: 31,
  });

  for (const box of ['mine', 'given'] as const)
    for (const tab of TABS)
      it(`reads a page of ${box}/${tab} along an index of the desk, also deep inside`, async () => {
        const first = await office.deps.db.transaction({ agencyId: desk.agencyId }, (tx) =>
          listDeskItems(tx, { ...whole(tab, box, null), limit: 15 }),
        );
        const last = first.at(-1);
        const isByDue = tab === 'open' || tab === 'late';
        const after = last ? { at: isByDue ? last.cursorDue : last.cursorReceived, id: last.id } : null;
        for (const from of [null, after]) {
          const plans = await plansAs((tx) => listDeskItems(tx, whole(tab, box, from)));
          expect(plans).to.have.length(1);
          for (const plan of plans) {
            expect(plan).to.match(/Index Scan using disposition_item_(?:open|desk|given|given_open)/u);
            expect(plan).not.to.match(/Seq Scan on disposition_item/u);
          }
        }
      });

  it('counts and rolls up without walking the table', async () => {
    const now = office.deps.now();
    const { agencyId } = desk;
    const page = await office.deps.db.transaction({ agencyId }, (tx) => listDeskItems(tx, whole('all', 'mine', null)));
    const plans = await plansAs(async (tx) => {
      await countDeskItems(tx, { ...desk, box: 'mine', now });
      await countDeskItems(tx, { ...giver, box: 'given', now });
      await rollUpBelow(tx, { agencyId, itemIds: page.map(({ id }) => id), now });
    });
    for (const plan of plans) {
      expect(plan).not.to.match(/Seq Scan on disposition_item/u);
    }
  });

  it('finds what is due along the index of deadlines', async () => {
    const { agencyId } = desk;
    const now = office.deps.now();
    const cutoffs = { beforeDue: '2026-11-25', escalated: '2026-11-20', escalatedAgain: '2026-11-17' };
    const [due] = await plansAs((tx) => listDue(tx, { agencyId, now, dayBegan: now, limit: 100, cutoffs }));
    expect(due).to.match(/disposition_item_due/u);
    expect(await valueOf(office.deps.database.adminUrl, 'select count(*)::int from disposition_item')).to.equal(
      200_000,
    );
  });
});
