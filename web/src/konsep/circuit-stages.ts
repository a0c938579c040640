import type { CircuitStep } from '../../../server/letters/contract.ts';
import type { DraftStep } from './draft-content.ts';

/** Steps that initial at the same time. */
export interface Stage<S extends { stage: number }> {
  stage: number;
  steps: S[];
}

export function groupStages<S extends { stage: number }>(steps: readonly S[]): Stage<S>[] {
  const byStage = new Map<number, S[]>();
  for (const step of steps) byStage.set(step.stage, [...(byStage.get(step.stage) ?? []), step]);
  return [...byStage].sort(([left], [right]) => left - right).map(([stage, members]) => ({ stage, steps: members }));
}

/** Numbers the stages 1, 2, 3 without gaps, in the order given. */
export function renumber(stages: readonly (readonly DraftStep[])[]): DraftStep[] {
  return stages
    .filter((steps) => steps.length > 0)
    .flatMap((steps, index) => steps.map((step) => ({ ...step, stage: index + 1 })));
}

/** How the stored step of a desk stands, for a circuit that is being edited. */
export function statusOf(steps: readonly CircuitStep[], positionId: string): CircuitStep | undefined {
  return steps.find((step) => step.desk.positionId === positionId);
}
