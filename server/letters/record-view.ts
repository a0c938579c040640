import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { SecurityClass } from './contract.ts';

/** Reading a letter that is not open (T, R, SR) is an event, by whichever way its words are read. */
export async function recordView(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { letter, detail = {} }: { letter: { id: string; securityClass: SecurityClass }; detail?: Record<string, unknown> },
): Promise<void> {
  if (letter.securityClass === 'B') return;
  await recordEvents(tx, deps, actor, [{ action: 'letter.viewed', letterId: letter.id, detail }]);
}
