import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { loadWaiting } from './load-intake.ts';
import { findIntake, type IntakeRow, lockIntake, setSettled, setWaiting } from './queries.ts';
import { findSignature, listNearTexts, listSameFiles } from './reading-queries.ts';
import { tellRegistry } from './tell-registry.ts';
import { bandKeys, estimateSimilarity } from '../reading/sign-text.ts';

/** The item, held until the transaction ends; whatever its state is. */
export async function holdIntake(
  tx: Tx,
  wanted: { agencyId: string; intakeId: string },
): Promise<IntakeRow | undefined> {
  await lockIntake(tx, wanted);
  return findIntake(tx, wanted);
}

/** The item for a registration by this desk. @throws AppError `not_found`, `forbidden`, `wrong_state`, `desk_read_only` */
export function requireWaiting(tx: Tx, actor: DeskActor, intakeId: string): Promise<IntakeRow> {
  return loadWaiting(tx, actor, { intakeId, task: 'register' });
}

type Item = { agencyId: string; intakeId: string; unitId: string; now: Date };

export async function markRegistered(tx: Tx, item: Item): Promise<void> {
  const { agencyId, intakeId, now } = item;
  await setSettled(tx, { agencyId, intakeId, state: 'registered', reason: null, now });
  await tellRegistry(tx, item);
}

/** Puts the item back on the queue after its registration was cancelled. */
export async function putBack(tx: Tx, item: Item): Promise<void> {
  await setWaiting(tx, { agencyId: item.agencyId, intakeId: item.intakeId });
  await tellRegistry(tx, item);
}

const NEAR_SAME = 0.8;
const MOST_CANDIDATES = 100;

export interface LikeItem {
  intakeId: string;
  reason: 'same_file' | 'near_same_text';
  likeness: number;
}

/** Other items of the unit with the same file or nearly the same text, most alike first. */
export async function findLikeItems(
  tx: Tx,
  item: { agencyId: string; intakeId: string; unitId: string },
): Promise<LikeItem[]> {
  const { agencyId, intakeId, unitId } = item;
  const sameFiles = await listSameFiles(tx, { agencyId, intakeId });
  const signature = await findSignature(tx, { agencyId, intakeId });
  const near = signature.length === 0 ? [] : await listNear(tx, { agencyId, unitId, signature });
  const likeTexts = near
    .map(({ intakeId: id, signature: other }) => ({ intakeId: id, likeness: estimateSimilarity(signature, other) }))
    .filter(({ intakeId: id, likeness }) => id !== intakeId && likeness >= NEAR_SAME && !sameFiles.includes(id))
    .toSorted((one, other) => other.likeness - one.likeness);
  return [
    ...sameFiles.map((id): LikeItem => ({ intakeId: id, reason: 'same_file', likeness: 1 })),
    ...likeTexts.map((like): LikeItem => ({ ...like, reason: 'near_same_text' })),
  ];
}

function listNear(tx: Tx, query: { agencyId: string; unitId: string; signature: readonly number[] }) {
  const { agencyId, unitId, signature } = query;
  return listNearTexts(tx, { agencyId, unitId, bands: bandKeys(signature), limit: MOST_CANDIDATES });
}
