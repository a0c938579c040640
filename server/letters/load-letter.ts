import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { canRead, refuseReading } from './access.ts';
import { findLetter, findLetterLocked, type LetterRow } from './letter-queries.ts';
import { deriveActions } from './letter-actions.ts';
import type { LetterAction } from './states.ts';
import { isAllowed } from './states.ts';
import { listSteps, type StepRow } from './step-queries.ts';

export interface LoadedLetter {
  letter: LetterRow;
  steps: StepRow[];
}

/** The letter as this desk may read it; refuses as product.md "Who may read" says. */
export async function loadReadable(tx: Tx, actor: DeskActor, letterId: string): Promise<LoadedLetter> {
  const letter = await findLetter(tx, actor.agencyId, letterId);
  return withReadingRight(tx, actor, letter);
}

/** The letter locked for a command; refuses without the right, in the wrong state, or on an older version. */
export async function loadForAction(
  tx: Tx,
  actor: DeskActor,
  request: { letterId: string; action: LetterAction; version?: number },
): Promise<LoadedLetter> {
  const letter = await findLetterLocked(tx, actor.agencyId, request.letterId);
  const loaded = await withReadingRight(tx, actor, letter);
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (!isAllowed(loaded.letter.status, request.action)) throw new AppError('wrong_state');
  if (!deriveActions(actor, loaded).includes(request.action)) throw new AppError('forbidden');
  if (request.version !== undefined && request.version !== loaded.letter.version) throw new AppError('stale_version');
  return loaded;
}

async function withReadingRight(tx: Tx, actor: DeskActor, letter: LetterRow | undefined): Promise<LoadedLetter> {
  if (!letter) throw new AppError('not_found');
  if (!(await canRead(tx, actor, letter))) refuseReading(letter);
  return { letter, steps: await listSteps(tx, { agencyId: actor.agencyId, letterId: letter.id }) };
}
