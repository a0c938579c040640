import { randomUUID } from 'node:crypto';
import { signLetter } from '../server/signing/sign-letter.ts';
import { alternate, measure, summarise, totalSeconds } from './alternate.ts';
import { openBareNumbers } from './bare-numbers.ts';
import { closedLoop, openOffice, type Office, settle } from './office.ts';
import { PASSPHRASE } from './official.ts';
import { type BenchResult, judge } from './result.ts';
import type { Scene } from './scene.ts';

const BLOCKS = 12;
const CLIENTS = 32;
const LETTERS = 256;
const NUMBERS = 1000;

export async function benchAcceptance(scene: Scene): Promise<BenchResult[]> {
  const office = await openOffice(scene, { name: 'acceptance', poolSize: CLIENTS });
  const bare = await openBareNumbers(office.adminUrl, CLIENTS);
  try {
    const numbers = Array.from({ length: NUMBERS }, (_, index) => index);
    const baseline = () => measure(() => closedLoop(numbers, CLIENTS, () => bare.take()));
    const ours = () => wholeCommand(office);
    await ours();
    await baseline();
    const pairs = await alternate(BLOCKS, { ours, baseline });
    const { ratio, ...rates } = summarise(pairs, ({ count, wallSeconds }) => count / wallSeconds);
    return [
      {
        id: 'P8',
        what: 'perintah tanda tangan utuh',
        ratio: ratio.median,
        ...judge(ratio.median, { atLeast: 0.5 }),
        ...rates,
        unit: 'nomor/detik',
        blocks: BLOCKS,
        low: ratio.low,
        high: ratio.high,
        ...totalSeconds(pairs),
      },
    ];
  } finally {
    await bare.close();
    await office.close();
  }
}

async function wholeCommand(office: Office) {
  const { deps, agency, template } = office;
  const ids = await office.copyLetters(LETTERS);
  const actor = await agency.actor('kadis');
  await settle();
  return measure(() =>
    closedLoop(ids, CLIENTS, async (letterId) => {
      const command = { key: randomUUID(), requestHash: 'bench' };
      const input = { letterId, version: template.version, passphrase: PASSPHRASE };
      await signLetter(deps, { ...actor, command }, input);
    }),
  );
}
