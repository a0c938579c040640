import { expect } from 'chai';
import pg from 'pg';
import { recordEvents } from '../../server/audit/record-events.ts';
import { readRootCopies, rootCopyPath } from '../../server/audit/root-copy.ts';
import { loadRootKey } from '../../server/audit/root-key.ts';
import { sweepRoots } from '../../server/audit/sweep-roots.ts';
import { verifyDatabase, type DatabaseVerdict } from '../../server/audit/verify-database.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { readyToSign } from '../support/letters.ts';
import { seededRandom } from './edits.ts';

const ROUNDS = 300;

/** What somebody with all rights may do; :seq is an event that a signed root covers, :other another one. */
const EDITS = [
  `update event set body = replace(body, '"action"', '"actiom"') where seq = :seq`,
  `update event set at = at + interval '1 microsecond' where seq = :seq`,
  `update event set action = action || ' ' where seq = :seq`,
  `update event set letter_id = case when letter_id is null then gen_random_uuid() end where seq = :seq`,
  `update event set hash = set_byte(hash, 7, get_byte(hash, 7) # 1) where seq = :seq`,
  `delete from event where seq = :seq`,
  `delete from event where seq >= :seq`,
  `update event set seq = seq + 20000000 where seq = :seq`,
  `update event set seq = 900000 where seq = :seq; update event set seq = :seq where seq = :other; update event set seq = :other where seq = 900000`,
  `insert into event select agency_id, (select max(seq) + 1 from event), at, action, letter_id, body, hash from event where seq = :seq`,
  `insert into event select gen_random_uuid(), seq, at, action, letter_id, body, hash from event where seq = :seq`,
  `update event set agency_id = gen_random_uuid() where seq = :seq`,
  `delete from event where seq > :seq; update audit_head set seq = :seq, hash = (select hash from event where seq = :seq)`,
  // A whole end written anew, as the database itself would.
  `create temporary table kept on commit drop as select * from event where seq >= :seq; delete from event where seq >= :seq;
   update audit_head set seq = :seq - 1, hash = (select hash from event where seq = :seq - 1);
   select append_events((select agency_id from audit_head), array(select replace(body, '"detail":{', '"detail":{"x":1,') from kept order by seq))`,
  `update audit_head set hash = sha256(hash)`,
  `delete from audit_head`,
  `delete from audit_root`,
  `update audit_root set root = sha256(root)`,
  `update audit_root set timestamp_token = set_byte(timestamp_token, length(timestamp_token) - 9, 1 # get_byte(timestamp_token, length(timestamp_token) - 9))`,
  `alter table event detach partition event_1`,
  `alter table event detach partition event_2`,
  `create table event_0 (like event)`,
];

describe('the verification of the database', function () {
  this.timeout(120_000);
  let deps: TestDeps;
  let agency: TestAgency;
  let client: pg.Client;

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await readyToSign(deps, agency);
    const viewed = Array.from({ length: 60 }, (_none, index) => ({ action: 'letter.viewed', detail: { index } }));
    const actor = await agency.actor('staf');
    await deps.db.transaction({ agencyId: agency.agencyId }, (tx) => recordEvents(tx, deps, actor, viewed));
    await sweepRoots(deps);
    client = new pg.Client({ connectionString: deps.database.adminUrl });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await deps.release();
  });

  const verify = () =>
    verifyDatabase(client, {
      witnessOf: async (id) => ({
        key: loadRootKey(deps.config, id),
        copies: await readRootCopies(rootCopyPath(deps.config, id)),
      }),
    });
  const isIntact = ({ agencies, general }: DatabaseVerdict) =>
    general.length === 0 && agencies.every(({ findings }) => findings.length === 0);

  /** The verdict over the database as the edit leaves it; the edit is taken back. */
  async function verdictAfter(edit: string): Promise<DatabaseVerdict> {
    await client.query('begin');
    try {
      await client.query(edit);
      return await verify();
    } finally {
      await client.query('rollback');
    }
  }

  it('finds nothing in an untouched database', async () => {
    const verdict = await verdictAfter('select 1');
    expect(verdict.agencies[0]?.events).to.be.greaterThan(20);
    expect(verdict.agencies[0]?.roots).to.equal(1);
    expect(verdict.agencies[0]?.findings).to.deep.equal([]);
    expect(isIntact(verdict)).to.equal(true);
  });

  it(`finds each of ${ROUNDS} edits that a superuser made, whichever event they hit`, async () => {
    const covered = (await verdictAfter('select 1')).agencies[0]!.events;
    const random = seededRandom(4);
    const missed: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const seq = 2 + Math.floor(random() * (covered - 2));
      const other = seq === covered ? 1 : seq + 1;
      const sql = EDITS[round % EDITS.length]!.replaceAll(':seq', String(seq)).replaceAll(':other', String(other));
      if (isIntact(await verdictAfter(sql))) missed.push(sql);
    }
    expect(missed).to.deep.equal([]);
  });

  it('leaves out what is written while it reads', async () => {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query('select 1 from event limit 1');
    await readyToSign(deps, agency);
    expect(isIntact(await verify())).to.equal(true);
    await client.query('rollback');
  });
});
