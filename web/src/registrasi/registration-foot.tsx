import type { ReactNode } from 'react';
import { formatCount } from '../format/numbers.ts';
import { ActionBar, Button, KeyHint } from '../kit/index.ts';
import css from './registration-desk.module.css';
import type { RegistrationContext } from './registration-values.ts';

export type Step = 1 | 2 | 3;

interface RegistrationFootProps {
  context: RegistrationContext;
  step: Step;
  onStep: (step: Step) => void;
  firstStep: Step;
  pending: boolean;
  /** Nothing can be saved as things stand; the form says why. */
  blocked: boolean;
  /** Undefined where there is no queue to go back to. */
  onLater: (() => void) | undefined;
  onSave: () => void;
  onSaveNext: () => void;
  nextLabel: string;
}

function StepButtons({ back, children }: { back: (() => void) | undefined; children: ReactNode }) {
  return (
    <div className={css['stepButtons']}>
      {back === undefined ? null : <Button onClick={back}>Kembali</Button>}
      {children}
    </div>
  );
}

/** The number that saving gives, and the ways on; on phones the steps come first. */
export function RegistrationFoot(props: RegistrationFootProps) {
  const { context, step, onStep, firstStep, pending, blocked, onLater, onSave, onSaveNext, nextLabel } = props;
  return (
    <ActionBar>
      <div className={css['foot']} data-step={step}>
        <div className={css['agenda']}>
          <span className={css['agendaNumber']}>Nomor agenda {formatCount(context.nextAgendaNumber)}</span>
          <span className={css['agendaNote']}>diberikan saat disimpan</span>
        </div>
        <div className={css['saveButtons']}>
          {onLater === undefined ? null : (
            <span className="only-desktop">
              <Button variant="quiet" onClick={onLater}>
                Tunda
              </Button>
            </span>
          )}
          <Button variant="outline" pending={pending} disabled={blocked} onClick={onSave}>
            Simpan
          </Button>
          <Button
            variant="primary"
            disabled={pending || blocked}
            trailing={
              <span className={css['saveKeys']}>
                <KeyHint onAction>Ctrl</KeyHint>
                <KeyHint onAction>Enter</KeyHint>
              </span>
            }
            onClick={onSaveNext}
          >
            {nextLabel}
          </Button>
        </div>
        {step === 1 ? (
          <StepButtons back={undefined}>
            <Button variant="primary" onClick={() => onStep(2)}>
              Lanjut: periksa data
            </Button>
          </StepButtons>
        ) : null}
        {step === 2 ? (
          <StepButtons back={firstStep < 2 ? () => onStep(1) : undefined}>
            <Button variant="primary" onClick={() => onStep(3)}>
              Lanjut: arahkan
            </Button>
          </StepButtons>
        ) : null}
      </div>
    </ActionBar>
  );
}
