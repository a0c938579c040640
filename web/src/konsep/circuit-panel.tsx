import { Button } from '../kit/index.ts';
import css from './circuit-editor.module.css';
import { CircuitEditor } from './circuit-editor.tsx';
import type { Workspace } from './use-workspace.ts';

/** The circuit, and taking the draft back for good. */
export function CircuitPanel({ work }: { work: Workspace }) {
  const { letter, editing, signatory, isCorrection } = work;
  return (
    <>
      <CircuitEditor
        content={editing.content}
        drafterName={isCorrection ? letter.drafter.name : 'Anda'}
        stored={letter.circuit}
        isLocked={isCorrection}
        error={work.submission.errorOf('circuit')}
        onChange={signatory.setCircuit}
        onPropose={signatory.proposeNow}
      />
      {letter.actions.includes('withdraw') ? (
        <p className={css['withdraw']}>
          <Button size="small" variant="quiet" onClick={() => work.setSheet('withdraw')}>
            Tarik konsep
          </Button>
        </p>
      ) : null}
    </>
  );
}
