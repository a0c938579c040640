import type { CircuitStep, Letter, LetterVersion } from '../../../server/letters/contract.ts';

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
  const older = versions.filter((version) => version.contentVersion < letter.contentVersion);
  const upTo = (wanted: number) => older.filter((version) => version.contentVersion <= wanted).at(-1);
  const seen = seenVersion === undefined || seenVersion >= letter.contentVersion ? undefined : upTo(seenVersion);
  if (seen !== undefined) return { version: seen, because: 'seen', actedAt: null };
  const own = letter.circuit.find((step) => step.desk.positionId === positionId);
  if (own !== undefined && own.contentVersion !== null)
    return own.contentVersion >= letter.contentVersion ? undefined : baseOfTurn(own, upTo(own.contentVersion));
  const previous = older.at(-1);
  return previous === undefined ? undefined : { version: previous, because: 'previous', actedAt: null };
}

function baseOfTurn(own: CircuitStep, version: LetterVersion | undefined): ComparisonBase | undefined {
  if (version === undefined) return undefined;
  return {
    version,
    because: own.status === 'initialled' ? 'initial' : 'turn',
    actedAt: own.actedAt ?? version.createdAt,
  };
}
