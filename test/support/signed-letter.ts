import type { Letter } from '../../server/letters/contract.ts';
import { drainOutbox } from '../../workers/drain.ts';
import type { TestAgency } from './agency.ts';
import type { TestDeps } from './deps.ts';
import { press, readyToSign, type LetterWanted } from './letters.ts';

/** Drafted, signed, delivered and filed through the real verbs and handlers. */
export async function signedLetter(deps: TestDeps, agency: TestAgency, wanted: LetterWanted = {}): Promise<Letter> {
  const letter = await readyToSign(deps, agency, wanted);
  await press(deps, agency, letter, wanted.signatory ? { as: wanted.signatory } : {});
  const outcomes = await drainOutbox(deps);
  const bad = outcomes.filter((outcome) => outcome !== 'done');
  if (bad.length > 0) throw new Error(`signing ended as ${JSON.stringify(outcomes)}`);
  return letter;
}
