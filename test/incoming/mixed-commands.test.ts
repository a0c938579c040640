import { expect } from 'chai';
import { closeDisposition } from '../../server/dispositions/close-disposition.ts';
import { RecipientInput } from '../../server/dispositions/contract.ts';
import { giveDisposition } from '../../server/dispositions/give-disposition.ts';
import { markDispositionRead } from '../../server/dispositions/mark-disposition-read.ts';
import { recallDisposition } from '../../server/dispositions/recall-disposition.ts';
import { reopenDisposition } from '../../server/dispositions/reopen-disposition.ts';
import { reportFollowUp } from '../../server/dispositions/report-follow-up.ts';
import { returnDisposition } from '../../server/dispositions/return-disposition.ts';
import { sendDispositionMessage } from '../../server/dispositions/send-disposition-message.ts';
import { sweepDispositions } from '../../server/dispositions/sweep-dispositions.ts';
import { undoDisposition } from '../../server/dispositions/undo-disposition.ts';
import { AppError } from '../../server/errors.ts';
import { cancelIncoming } from '../../server/registration/cancel-incoming.ts';
import { correctIncoming } from '../../server/registration/correct-incoming.ts';
import { directIncoming } from '../../server/registration/direct-incoming.ts';
import { finishIncoming } from '../../server/incoming/finish-incoming.ts';
import { forwardIncoming } from '../../server/incoming/forward-incoming.ts';
import { markIncomingRead } from '../../server/incoming/mark-incoming-read.ts';
import { checkChain } from '../../server/audit/check-chain.ts';
import { drainOutbox } from '../../workers/drain.ts';
import { type DeskKey, makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { formOf, register } from '../support/registration.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const CLIENTS = 20;
const TURNS = 20;

type Item = { id: string; version: number; giver: string; holder: string; dispositionId: string };

describe('twenty people at work on one letter', function () {
  this.timeout(180_000);

  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;

  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps);
  });
  afterEach(() => deps.release());

  /** Every move there is, with what it must leave behind when it is acknowledged. */
  const movesOn = (incomingId: string, form: ReturnType<typeof formOf>) => {
    const to = (key: DeskKey, dueDate: string | null = null) =>
      RecipientInput.parse({
        target: { kind: 'position', positionId: agency.desk(key).positionId },
        instructions: ['Tindak lanjuti'],
        dueDate,
      });
    const itemsOf = (side: 'position_id' | 'giver_position_id', key: DeskKey) =>
      rowsOf<Item>(
        adminUrl,
        `select id, version, disposition_id as "dispositionId" from disposition_item
         where incoming_id = $1 and ${side} = $2 order by random() limit 1`,
        [incomingId, agency.desk(key).positionId],
      );
    const onItem =
      (side: 'position_id' | 'giver_position_id', key: DeskKey, work: (item: Item) => Promise<unknown>) => async () => {
        const [item] = await itemsOf(side, key);
        return item === undefined ? undefined : work(item);
      };
    const as = (key: DeskKey) => agency.actor(key);
    const version = () => valueOf<number>(adminUrl, 'select version from incoming_letter where id = $1', [incomingId]);
    let serial = 0;
    const moves: Record<string, () => Promise<unknown>> = {
      given: async () =>
        giveDisposition(deps, await as('kadis'), {
          incomingId,
          parentItemId: null,
          recipients: [to('kabid', '2026-11-24'), to('sekdis')],
          sheetFileId: null,
        }),
      passedOn: onItem('position_id', 'kabid', async ({ id }) =>
        giveDisposition(deps, await as('kabid'), {
          incomingId,
          parentItemId: id,
          recipients: [to('staf'), to('staf2')],
          sheetFileId: null,
        }),
      ),
      undone: onItem('giver_position_id', 'kadis', async ({ dispositionId }) =>
        undoDisposition(deps, await as('kadis'), { dispositionId }),
      ),
      read: onItem('position_id', 'staf', async ({ id }) =>
        markDispositionRead(deps, await as('staf'), { itemId: id }),
      ),
      reported: onItem('position_id', 'staf', async ({ id }) =>
        reportFollowUp(deps, await as('staf'), {
          itemId: id,
          text: 'Sudah dikerjakan',
          isFinal: Math.random() < 0.3,
          fileIds: [],
          forceReason: '',
        }),
      ),
      messaged: onItem('position_id', 'kabid', async ({ id }) =>
        sendDispositionMessage(deps, await as('kabid'), { itemId: id, text: 'Mohon arahan' }),
      ),
      recalled: onItem('giver_position_id', 'kabid', async ({ id, version: seen }) =>
        recallDisposition(deps, await as('kabid'), { itemId: id, version: seen, reason: 'Salah alamat' }),
      ),
      returned: onItem('position_id', 'sekdis', async ({ id, version: seen }) =>
        returnDisposition(deps, await as('sekdis'), { itemId: id, version: seen, reason: 'Bukan tugas kami' }),
      ),
      closed: onItem('position_id', 'kabid', async ({ id, version: seen }) =>
        closeDisposition(deps, await as('kabid'), { itemId: id, version: seen, forceReason: 'Sudah cukup' }),
      ),
      reopened: onItem('giver_position_id', 'kadis', async ({ id, version: seen }) =>
        reopenDisposition(deps, await as('kadis'), { itemId: id, version: seen, reason: 'Belum lengkap' }),
      ),
      corrected: async () => {
        serial += 1;
        const content = {
          ...form,
          subject: `Usulan nomor ${String(serial)}`,
          senderTitle: serial % 2 ? 'Bupati Sintang' : 'Bupati Melawi',
        };
        return correctIncoming(deps, await as('tu'), {
          incomingId,
          version: await version(),
          content,
          reason: 'Salah ketik',
        });
      },
      directed: async () =>
        directIncoming(deps, await as('tu'), {
          incomingId,
          to: [agency.desk('kadispupr').positionId],
          cc: [agency.desk('sekda').positionId],
          note: '',
        }),
      forwarded: async () =>
        forwardIncoming(deps, await as('kadis'), { incomingId, to: [agency.desk('gubernur').positionId], note: '' }),
      finished: async () =>
        finishIncoming(deps, await as('kadis'), {
          incomingId,
          note: '',
          forceReason: Math.random() < 0.1 ? 'Cukup' : '',
        }),
      cancelled: async () =>
        cancelIncoming(deps, await as('tu'), { incomingId, version: (await version()) + 1, reason: 'Keliru' }),
      opened: async () => markIncomingRead(deps, await as('kadis'), { incomingId }),
      delivered: async () => {
        deps.advance(3000);
        await drainOutbox(deps);
      },
      swept: () => sweepDispositions(deps),
    };
    return moves;
  };

  it('no command dies of another, and nothing that was acknowledged is missing', async () => {
    const form = formOf();
    const { id } = await register(deps, agency, { content: form, direct: { to: ['kadis'] } });
    const moves = movesOn(id, form);
    // What moves the work on comes oftener than what ends it.
    const names = [
      ...Object.keys(moves),
      ...Array.from({ length: 3 }, () => ['given', 'passedOn', 'reported', 'delivered']).flat(),
    ];
    const done = new Map<string, number>();
    const faults: unknown[] = [];
    const client = async () => {
      for (let turn = 0; turn < TURNS; turn += 1) {
        const name = names[Math.floor(Math.random() * names.length)] ?? '';
        try {
          if ((await moves[name]?.()) !== undefined) done.set(name, (done.get(name) ?? 0) + 1);
        } catch (error) {
          if (!(error instanceof AppError)) faults.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    deps.advance(60_000);
    await drainOutbox(deps);
    expect(faults).to.deep.equal([]);
    const count = (sql: string) => valueOf(adminUrl, `select count(*)::int from ${sql}`);
    expect(await count('disposition')).to.equal((done.get('given') ?? 0) + (done.get('passedOn') ?? 0));
    expect(await count(`disposition where state = 'held'`)).to.equal(0);
    expect(
      await count(
        `disposition d join disposition_item i on i.disposition_id = d.id where d.state = 'undone' and i.status <> 'undone'`,
      ),
    ).to.equal(0);
    expect(await count('disposition_report')).to.equal(done.get('reported') ?? 0);
    expect(await count('disposition_message')).to.equal((done.get('messaged') ?? 0) + (done.get('reopened') ?? 0));
    expect(await count('incoming_change')).to.equal(done.get('corrected') ?? 0);
    expect(
      await count(
        "disposition_item c join disposition_item p on p.id = c.parent_item_id where p.status in ('done', 'recalled', 'returned') and c.status in ('unread', 'read', 'in_progress')",
      ),
    ).to.equal(0);
    expect(
      await count('(select from incoming_addressee group by incoming_id, position_id having count(*) > 1) twice'),
    ).to.equal(0);
    // Now and then a cancellation meets the version it hoped for, and the letter counts for nobody.
    const isCancelled = done.has('cancelled');
    expect(await valueOf(adminUrl, 'select sum(letter_count)::int from contact')).to.equal(isCancelled ? 0 : 1);
    if (!isCancelled) {
      expect([...done.values()].reduce((sum, times) => sum + times, 0)).to.be.greaterThan(50);
      expect(done.size).to.be.greaterThan(5);
    }
    expect(await checkChain(deps, await agency.actor('auditor'))).to.include({ isIntact: true });
  });
});
