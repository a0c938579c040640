import { z } from 'zod';
import { many, run, type Tx } from '../db.ts';

const StepRow = z.object({
  id: z.uuid(),
  stage: z.int(),
  ordinal: z.int(),
  positionId: z.uuid(),
  kind: z.enum(['hierarchical', 'coordination']),
  status: z.enum(['waiting', 'open', 'initialled', 'returned']),
  openedAt: z.string().nullable(),
  actedAt: z.string().nullable(),
  contentVersion: z.int().nullable(),
  actedBy: z.string().nullable(),
});
export type StepRow = z.output<typeof StepRow>;

interface LetterKey {
  agencyId: string;
  letterId: string;
}

export function listSteps(tx: Tx, letter: LetterKey): Promise<StepRow[]> {
  return many(
    tx,
    `select s.id, s.stage, s.ordinal, s.position_id, s.kind, s.status, s.opened_at, s.acted_at, s.content_version, p.name as acted_by
     from circuit_step s left join person p on p.agency_id = s.agency_id and p.id = s.person_id
     where s.agency_id = :agencyId and s.letter_id = :letterId order by s.stage, s.ordinal`,
    { agencyId: letter.agencyId, letterId: letter.letterId },
    StepRow,
  );
}

export interface NewStep {
  id: string;
  stage: number;
  ordinal: number;
  kind: string;
  positionId: string;
}

export async function insertStep(tx: Tx, letter: LetterKey, step: NewStep): Promise<void> {
  await run(
    tx,
    `insert into circuit_step (agency_id, id, letter_id, stage, ordinal, position_id, kind, status)
     values (:agencyId, :id, :letterId, :stage, :ordinal, :positionId, :kind, 'waiting')`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ...step },
  );
}

/** Moves a kept step to its new place; what its desk already did stays. */
export async function setStepPlace(tx: Tx, letter: LetterKey, step: NewStep): Promise<void> {
  await run(
    tx,
    `update circuit_step set stage = :stage, ordinal = :ordinal, kind = :kind
     where agency_id = :agencyId and letter_id = :letterId and id = :id`,
    {
      agencyId: letter.agencyId,
      letterId: letter.letterId,
      id: step.id,
      stage: step.stage,
      ordinal: step.ordinal,
      kind: step.kind,
    },
  );
}

export async function deleteSteps(tx: Tx, letter: LetterKey, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(
    tx,
    `delete from circuit_step where agency_id = :agencyId and letter_id = :letterId and id = any(:ids::uuid[])`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ids: [...ids] },
  );
}

export async function openSteps(tx: Tx, letter: LetterKey, ids: readonly string[], now: Date): Promise<void> {
  await run(
    tx,
    `update circuit_step set status = 'open', opened_at = :now
     where agency_id = :agencyId and letter_id = :letterId and id = any(:ids::uuid[])`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ids: [...ids], now },
  );
}

/** Steps go back to waiting: parallel desks when one of them returned the letter, or initials that are asked again. */
export async function resetSteps(tx: Tx, letter: LetterKey, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(
    tx,
    `update circuit_step set status = 'waiting', opened_at = null
     where agency_id = :agencyId and letter_id = :letterId and id = any(:ids::uuid[])`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ids: [...ids] },
  );
}

/** Writes what the desk did, only while its step is open; false when it no longer is. */
export async function setStepActed(
  tx: Tx,
  letter: LetterKey,
  acted: {
    stepId: string;
    status: 'initialled' | 'returned';
    contentVersion: number;
    personId: string;
    appointmentId: string;
    now: Date;
  },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update circuit_step set status = :status, acted_at = :now, content_version = :contentVersion, person_id = :personId,
       appointment_id = :appointmentId
     where agency_id = :agencyId and letter_id = :letterId and id = :stepId and status = 'open'`,
    { agencyId: letter.agencyId, letterId: letter.letterId, ...acted },
  );
  return changed === 1;
}
