import { randomUUID } from 'node:crypto';
import { read } from '../server/command.ts';
import type { DeskActor } from '../server/deps.ts';
import { acceptSigning } from '../server/signing/accept-signing.ts';
import { prepareSigning, type PreparedSigning } from '../server/signing/prepare-signing.ts';
import { findSignable } from '../server/signing/queries.ts';
import { signLetter } from '../server/signing/sign-letter.ts';
import { alternate, type Block, measure, summarise, totalSeconds, type Pair } from './alternate.ts';
import { openBareNumbers } from './bare-numbers.ts';
import { closedLoop, openOffice, type Office, settle } from './office.ts';
import { PASSPHRASE } from './official.ts';
import { type BenchResult, type Goal, judge } from './result.ts';
import type { Scene } from './scene.ts';

const CLIENTS = 32;
const NUMBERS = 1000;
const TRANSACTIONS = { blocks: 12, letters: 256 };
const COMMANDS = { blocks: 6, letters: 64 };

/**
 * P8: the transaction that accepts a signature (all it writes, commit on disk) against the least that gap-free numbering
 * costs, 32 clients on one register. Beside it the whole command with its reads and the proof of the passphrase, whose
 * key file has one round here: in earnest that alone costs a fifth of a second.
 */
export async function benchAcceptance(scene: Scene): Promise<BenchResult[]> {
  const office = await openOffice(scene, { name: 'acceptance', poolSize: CLIENTS });
  const bare = await openBareNumbers(office.adminUrl, CLIENTS);
  try {
    const numbers = Array.from({ length: NUMBERS }, (_, index) => index);
    const baseline = async () => {
      await settle();
      return measure(() => closedLoop(numbers, CLIENTS, () => bare.take()));
    };
    await Promise.all([transactions(office, CLIENTS * 3), baseline()]);
    const accepted = await alternate(TRANSACTIONS.blocks, {
      ours: () => transactions(office, TRANSACTIONS.letters),
      baseline,
    });
    const commanded = await alternate(COMMANDS.blocks, { ours: () => commands(office, COMMANDS.letters), baseline });
    return [
      resultOf('P8', 'transaksi penerimaan tanda tangan, 32 klien', accepted, { atLeast: 0.5 }),
      resultOf('P8-perintah', 'perintah tanda tangan utuh, 32 klien', commanded, 'reported'),
    ];
  } finally {
    await bare.close();
    await office.close();
  }
}

function resultOf(id: string, what: string, pairs: readonly Pair<Block>[], goal: Goal): BenchResult {
  const { ratio, ...rates } = summarise(pairs, ({ count, wallSeconds }) => count / wallSeconds);
  return {
    id,
    what,
    ratio: ratio.median,
    ...judge(ratio.median, goal),
    ...rates,
    unit: 'nomor/detik',
    blocks: pairs.length,
    low: ratio.low,
    high: ratio.high,
    ...totalSeconds(pairs),
  };
}

async function transactions(office: Office, count: number): Promise<Block> {
  const { deps, agency } = office;
  const actor = await agency.actor('kadis');
  const prepared = await prepareAll(office, actor, await office.copyLetters(count));
  await settle();
  return measure(() =>
    closedLoop(prepared, CLIENTS, async (one) => {
      const progress = await acceptSigning(deps, withKey(actor), one, PASSPHRASE);
      if (!progress) throw new Error('a letter was not accepted');
    }),
  );
}

async function prepareAll({ deps }: Office, actor: DeskActor, ids: readonly string[]): Promise<PreparedSigning[]> {
  const prepared: PreparedSigning[] = [];
  const { agencyId, personId } = actor;
  await closedLoop(ids, 4, async (letterId) => {
    prepared.push(
      await read(deps, actor, async (tx) => {
        const letter = await findSignable(tx, { agencyId, letterId, personId });
        if (!letter) throw new Error('a letter is missing');
        return prepareSigning(tx, deps, actor, letter);
      }),
    );
  });
  return prepared;
}

async function commands(office: Office, count: number): Promise<Block> {
  const { deps, agency, template } = office;
  const ids = await office.copyLetters(count);
  const actor = await agency.actor('kadis');
  await settle();
  return measure(() =>
    closedLoop(ids, CLIENTS, async (letterId) => {
      await signLetter(deps, withKey(actor), { letterId, version: template.version, passphrase: PASSPHRASE });
    }),
  );
}

const withKey = (actor: DeskActor): DeskActor => ({
  ...actor,
  command: { key: randomUUID(), requestHash: 'tolok ukur' },
});
