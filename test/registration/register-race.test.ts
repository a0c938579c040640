import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../server/errors.ts';
import type { Incoming } from '../../server/incoming/contract.ts';
import { cancelIncoming } from '../../server/registration/cancel-incoming.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { startApp } from '../support/app.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { formOf, register, upload } from '../support/registration.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');

describe('registering at the same time', function () {
  this.timeout(120_000);

  let deps: TestDeps;
  let agency: TestAgency;
  let adminUrl: string;

  beforeEach(async () => {
    deps = await makeDeps();
    adminUrl = deps.database.adminUrl;
    agency = await makeAgency(deps, { withAccounts: true });
  });
  afterEach(() => deps.release());

  const fifty = async (submit: (index: number) => Promise<Incoming>) => {
    const settled = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => submit(index)));
    const refusals = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    for (const refusal of refusals) if (!(refusal instanceof AppError)) throw refusal;
    const letters = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));
    return { letters, refusals: refusals as AppError[] };
  };
  const bookOf = () =>
    rowsOf<{ number: number; letters: number }>(
      adminUrl,
      `select e.number, (select count(*)::int from incoming_letter i where i.id = e.entity_id and i.agenda_number = e.number) as letters
       from register_entry e order by e.number`,
    );
  const expectOne = async () => {
    expect(await bookOf()).to.deep.equal([{ number: 1, letters: 1 }]);
    expect(await valueOf(adminUrl, 'select next from register_year')).to.equal(2);
    expect(await valueOf(adminUrl, 'select count(*)::int from incoming_letter')).to.equal(1);
  };

  it('fifty presses of one button make one letter, and all get the same answer', async () => {
    const content = formOf();
    const { letters, refusals } = await fifty(() => register(deps, agency, { content, command: 'satu-tekan' }));
    expect(refusals).to.deep.equal([]);
    expect(new Set(letters).size).to.equal(1);
    await expectOne();
  });

  it('fifty registrations of one scan make one letter, and the others are told its number', async () => {
    const { id: intakeId } = await upload(deps, agency, PDF);
    const { letters, refusals } = await fifty((index) =>
      register(deps, agency, { intakeId, command: `tekanan-${String(index)}` }),
    );
    expect(letters).to.have.length(1);
    expect(new Set(refusals.map(({ code }) => code))).to.deep.equal(new Set(['already_registered']));
    expect(refusals[0]?.message).to.include('nomor agenda 1 Tahun 2026');
    await expectOne();
  });

  it('fifty clerks with the same letter on paper make one letter, and the others are asked to compare', async () => {
    const content = formOf();
    const { letters, refusals } = await fifty((index) =>
      register(deps, agency, { content, command: `loketnya-${String(index)}` }),
    );
    expect(letters).to.have.length(1);
    expect(new Set(refusals.map(({ code }) => code))).to.deep.equal(new Set(['possible_duplicate']));
    expect(refusals[0]?.message).to.include('nomor agenda 1 Tahun 2026');
    await expectOne();
  });

  it('fifty clerks with the same letter without number make one letter', async () => {
    const content = formOf({ number: '' });
    const { letters, refusals } = await fifty((index) =>
      register(deps, agency, { content, command: `loketnya-${String(index)}` }),
    );
    expect(letters).to.have.length(1);
    expect(new Set(refusals.map(({ code }) => code))).to.deep.equal(new Set(['possible_duplicate']));
    await expectOne();
  });

  it('a cancel and a registration of the same scan do not lock each other out', async () => {
    const { id: intakeId } = await upload(deps, agency, PDF);
    for (let round = 0; round < 10; round += 1) {
      const { id, version } = await register(deps, agency, { intakeId });
      const cancel = cancelIncoming(deps, await agency.actor('tu'), { incomingId: id, version, reason: 'Uji' });
      const again = await Promise.allSettled([cancel, register(deps, agency, { intakeId })]);
      expect(again[0].status).to.equal('fulfilled');
      const second = again[1];
      if (second.status === 'rejected') expect((second.reason as AppError).code).to.equal('already_registered');
      else
        await cancelIncoming(deps, await agency.actor('tu'), {
          incomingId: second.value.id,
          version: second.value.version,
          reason: 'Uji',
        });
    }
    expect(await valueOf(adminUrl, `select count(*)::int from register_entry where status = 'used'`)).to.equal(0);
  });

  it('leaves no gap in the book when thirty-two clients register and a third of them hang up', async () => {
    const app = await startApp(deps);
    try {
      const { cookie } = await app.logIn(agency.desk('tu'));
      const headers = {
        cookie,
        'lontar-appointment': agency.desk('tu').appointmentId,
        'content-type': 'application/json',
      };
      const press = async (client: number, turn: number) => {
        const abort = new AbortController();
        const answer = fetch(`${app.baseUrl}/api/incoming`, {
          method: 'POST',
          signal: abort.signal,
          headers: { ...headers, 'idempotency-key': randomUUID() },
          body: JSON.stringify({ content: formOf() }),
        }).then(({ status }) => status);
        if ((client + turn) % 3 === 0) {
          await sleep(client % 7);
          abort.abort();
        }
        return answer.catch(() => 0);
      };
      const clients = Array.from({ length: 32 }, async (_, client) => {
        const statuses: number[] = [];
        for (let turn = 0; turn < 4; turn += 1) statuses.push(await press(client, turn));
        return statuses;
      });
      const statuses = (await Promise.all(clients)).flat();
      expect(new Set(statuses)).to.deep.equal(new Set([201, 0]));
      await settle();
      const book = await bookOf();
      expect(book.map(({ number }) => number)).to.deep.equal(book.map((_, index) => index + 1));
      expect(book.every(({ letters }) => letters === 1)).to.equal(true);
      expect(book.length).to.be.at.least(statuses.filter((status) => status === 201).length);
      expect(await valueOf(adminUrl, 'select next from register_year')).to.equal(book.length + 1);
    } finally {
      await app.close();
    }
  });

  /** Requests whose client hung up run to their end. */
  async function settle(): Promise<void> {
    const running = `select count(*)::int from pg_stat_activity where datname = current_database() and state <> 'idle'
      and application_name = 'lontar'`;
    while ((await valueOf<number>(adminUrl, running)) > 0) await sleep(50);
  }
});
