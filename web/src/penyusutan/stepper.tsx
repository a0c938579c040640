import { IconCheck } from '@tabler/icons-react';
import type { Disposal } from '../../../server/disposal/contract.ts';
import { type DisposalState, STAGES } from '../../../server/disposal/states.ts';
import { stageLabel } from './disposal-words.ts';
import css from './stepper.module.css';

/** Where a state stands on the bar: what runs by itself belongs to the step it serves. */
function placeOf(stages: readonly DisposalState[], state: DisposalState): number {
  if (state === 'executing') return stages.indexOf('decreed');
  if (state === 'done' && !stages.includes('done')) return stages.length;
  return stages.indexOf(state);
}

export function Stepper({ disposal }: { disposal: Disposal }) {
  const stages = STAGES[disposal.kind];
  const at = placeOf(stages, disposal.state);
  return (
    <ol className={css['steps']} aria-label="Tahap">
      {stages.map((stage, index) => {
        const place = index < at || disposal.state === 'done' ? 'past' : index === at ? 'now' : 'later';
        return (
          <li key={stage} data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
            {place === 'past' ? (
              <IconCheck size={16} stroke={2.4} aria-label="Selesai:" />
            ) : (
              <span className={css['number']}>{index + 1}</span>
            )}
            <span>{stageLabel(disposal, stage)}</span>
          </li>
        );
      })}
    </ol>
  );
}
