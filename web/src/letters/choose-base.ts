import type { Letter, LetterVersion } from '../../../server/letters/contract.ts';

export interface ComparisonBase {
  version: LetterVersion;
  /**
   * Why this one: the reader's own initial, the reader's turn before (an initial or a return; the step does not tell
   * which once it is open again), what the reader saw before it changed, or the version before.
   */
  because: 'initial' | 'turn' | 'seen' | 'previous';
  /** When the own initial was given or the own turn ended. */
  actedAt: string | null;
}

interface Reader {
  positionId: string | undefined;
  /** The content that stood on the screen before it changed under the reader. */
  seenVersion: number | undefined;
}

/** What the present content is compared with; undefined when there is nothing older to compare. */
export function chooseBase(
  letter: Pick<Letter, 'contentVersion' | 'circuit'>,
  versions: readonly LetterVersion[],
  { positionId, seenVersion }: Reader,
): ComparisonBase | undefined {
  const upTo = (wanted: number | null | undefined) =>
    wanted === null || wanted === undefined || wanted >= letter.contentVersion
      ? undefined
      : versions.filter((version) => version.contentVersion <= wanted).at(-1);
  const seen = upTo(seenVersion);
  if (seen !== undefined) return { version: seen, because: 'seen', actedAt: null };
  const own = letter.circuit.find((step) => step.desk.positionId === positionId);
  const initialled = upTo(own?.contentVersion);
  if (initialled !== undefined)
    return {
      version: initialled,
      because: own?.status === 'initialled' ? 'initial' : 'turn',
      actedAt: own?.actedAt ?? initialled.createdAt,
    };
  if (own?.contentVersion === letter.contentVersion) return undefined;
  const previous = upTo(letter.contentVersion - 1);
  return previous === undefined ? undefined : { version: previous, because: 'previous', actedAt: null };
}
