import { expect } from 'chai';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CrashLine, type CrashWorker, openCrashLine } from '../support/crash-line.ts';
import { isFullRun, requireJudge } from '../support/judges.ts';
import { inside, outside, press, readyToSign } from '../support/letters.ts';
import { startTestRedis } from '../support/redis.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const CHECKPOINTS = [
  'number_committed',
  'typeset',
  'sealed_stored',
  'sealed',
  'timestamped',
  'stored',
  'accepted',
  'delivered',
  'mail_handed_over',
  'filed',
];
/** Each kill costs a new process: all of them in the full run, a sample otherwise. */
const MOMENTS = Number(process.env['CRASH_MOMENTS'] ?? (isFullRun() ? 100 : 15));
const SEED = Number(process.env['CRASH_SEED'] ?? 20261124);

describe('workers killed without warning', function () {
  this.timeout(1_800_000);
  let line: CrashLine;

  afterEach(() => line.close());

  const signOne = async (index: number): Promise<string> => {
    const letter = await readyToSign(line.deps, line.agency, {
      subject: `Surat uji ${index}`,
      to: [inside(line.agency, 'kadispupr'), outside('Universitas Uji', `u${index}@contoh.ac.id`)],
      cc: [inside(line.agency, 'sekda')],
    });
    await press(line.deps, line.agency, letter);
    return letter.id;
  };

  it('lose nothing and repeat nothing at any checkpoint, with the queue on PostgreSQL', async () => {
    line = await openCrashLine();
    await killAtEveryCheckpoint();
  });

  const redisServer = requireJudge('workers killed with the queue on Redis', 'redis-server');
  if (redisServer !== null)
    it('lose nothing and repeat nothing at any checkpoint, with the queue on Redis', async () => {
      const redis = await startTestRedis(redisServer);
      after(() => redis.stop());
      line = await openCrashLine(redis.url);
      await killAtEveryCheckpoint();
    });

  const killAtEveryCheckpoint = async (): Promise<void> => {
    const letterIds: string[] = [];
    let next = line.loadWorker(CHECKPOINTS[0]);
    for (const [index] of CHECKPOINTS.entries()) {
      const worker = next;
      next = line.loadWorker(CHECKPOINTS[index + 1]);
      letterIds.push(await signOne(index));
      await worker.start();
      await withinLimit(worker.gone, 60_000, CHECKPOINTS[index] ?? '');
    }
    await next.start();
    await line.waitForDispatch(letterIds, 120_000);
    await expectOneOfEach(line, letterIds);
  };

  it(`lose nothing and repeat nothing at ${MOMENTS} random moments (seed ${SEED})`, async () => {
    line = await openCrashLine();
    const random = seeded(SEED);
    const letterIds: string[] = [];
    const survivor = line.loadWorker();
    await survivor.start();
    let next: CrashWorker = line.loadWorker();
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      const victim = next;
      next = line.loadWorker();
      await victim.start();
      letterIds.push(await signOne(moment));
      await sleep(random() * 1500);
      victim.kill();
      await victim.gone;
    }
    next.kill();
    await line.waitForDispatch(letterIds, 300_000, signAgain);
    await expectOneOfEach(line, letterIds);
  });

  /** A letter whose passphrase ran out between two kills comes back with its number; its signatory presses again. */
  const signAgain = async (letterId: string): Promise<void> => {
    const version = await valueOf<number>(line.adminUrl, 'select version from letter where id = $1', [letterId]);
    await press(line.deps, line.agency, { id: letterId, version });
  };
});

async function expectOneOfEach(line: CrashLine, letterIds: readonly string[]): Promise<void> {
  const { adminUrl } = line;
  const count = letterIds.length;
  const numbers = await rowsOf<{ number: number }>(
    adminUrl,
    `select e.number from register_entry e join letter l on l.id = e.entity_id order by e.number`,
  );
  expect(
    numbers.map((row) => row.number),
    'numbers',
  ).to.deep.equal(Array.from({ length: count }, (_, index) => index + 1));

  const accepted = await rowsOf<{ sha256: string; signed: string }>(
    adminUrl,
    `select s.accepted_sha256 as sha256, l.signed_sha256 as signed from signing_attempt s join letter l on l.id = s.letter_id
     where s.state = 'accepted'`,
  );
  expect(accepted, 'accepted attempts').to.have.length(count);
  for (const { sha256, signed } of accepted) {
    expect(sha256).to.equal(signed);
    expect((await line.deps.files.read(line.agency.agencyId, sha256)).length).to.be.greaterThan(10_000);
  }
  const others = await rowsOf<{ code: string }>(
    adminUrl,
    `select distinct failure_code as code from signing_attempt where state <> 'accepted'`,
  );
  for (const { code } of others) expect(code).to.equal('secret_expired');

  const incoming = await rowsOf<{ letters: number; rows: number; numbers: number; last: number }>(
    adminUrl,
    `select count(distinct origin_letter_id)::int as letters, count(*)::int as rows, count(distinct agenda_number)::int as numbers,
       max(agenda_number) as last from incoming_letter group by register_id`,
  );
  expect(incoming, 'incoming letters by register').to.deep.equal(
    Array.from({ length: 2 }, () => ({ letters: count, rows: count, numbers: count, last: count })),
  );

  const messageIds = await rowsOf<{ id: string }>(adminUrl, 'select message_id as id from mail_message');
  expect(messageIds, 'mails').to.have.length(count);
  expect([...new Set(line.mails)].sort(), 'mails taken').to.deep.equal(messageIds.map((row) => row.id).sort());
  expect(await valueOf(adminUrl, `select count(*)::int from mail_message where status = 'handed_over'`)).to.equal(
    count,
  );

  const events = await rowsOf<{ action: string; total: number; different: number }>(
    adminUrl,
    `select action, count(*)::int as total, count(distinct letter_id)::int as different from event
     where action in ('letter.signed', 'letter.dispatched', 'letter.mailed') group by action`,
  );
  for (const { action, total, different } of events) expect([total, different], action).to.deep.equal([count, count]);
  expect(events).to.have.length(3);
  expect(await valueOf(adminUrl, 'select count(*)::int from record'), 'records').to.equal(count * 3);
  expect(await valueOf(adminUrl, 'select count(*)::int from signing_secret'), 'secrets').to.equal(0);
}

async function withinLimit(done: Promise<void>, limitMs: number, what: string): Promise<void> {
  const timer = new AbortController();
  const late = sleep(limitMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`the worker was not at ${what} within ${limitMs} ms`);
  });
  try {
    await Promise.race([done, late]);
  } finally {
    timer.abort();
    late.catch(() => undefined);
  }
}

/** mulberry32: the same moments for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
