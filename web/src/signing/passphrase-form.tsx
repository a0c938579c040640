import { IconAlertTriangle, IconSignature } from '@tabler/icons-react';
import type { RefObject, SyntheticEvent } from 'react';
import type { ApiProblem } from '../api/index.ts';
import { ActionBar, Button, ErrorNote, Notice, PasswordField } from '../kit/index.ts';
import { CertificateCard, type Certificate } from './certificate-card.tsx';
import css from './passphrase-form.module.css';

interface PassphraseFormProps {
  formRef: RefObject<HTMLFormElement | null>;
  certificate: Certificate | null;
  passphrase: string;
  onPassphrase: (text: string) => void;
  /** Why it cannot be signed at this moment, next to the button. */
  blocked: string | undefined;
  pending: boolean;
  problem: ApiProblem | null;
  /** Why the last attempt ended without a signed letter. */
  failure: string | undefined;
  onRetry: () => void;
  onSign: () => void;
  onReturn: (() => void) | undefined;
}

/** A wrong or missing passphrase belongs to the field; everything else is a note of its own. */
function fieldError(problem: ApiProblem | null): string | undefined {
  if (problem === null) return undefined;
  return problem.code === 'wrong_passphrase' ? problem.message : problem.field('passphrase');
}

/** Certificate, passphrase and the two buttons; on phones all of it is the bar at the bottom. */
export function PassphraseForm(props: PassphraseFormProps) {
  const { certificate, passphrase, blocked, pending, problem } = props;
  const error = fieldError(problem);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    props.onSign();
  };

  return (
    <form className={css['form']} ref={props.formRef} onSubmit={submit} noValidate>
      <ActionBar>
        <div className={css['certificate']}>
          <CertificateCard certificate={certificate} />
        </div>
        {certificate?.isUsable === true ? (
          <div className={css['passphrase']}>
            <PasswordField
              label="Passphrase"
              secretName="passphrase"
              name="passphrase"
              autoComplete="off"
              placeholder="Passphrase"
              hint="Boleh ditempel. Tidak dicatat di mana pun; terhapus begitu surat ditandatangani."
              value={passphrase}
              error={error}
              onChange={(event) => props.onPassphrase(event.target.value)}
            />
          </div>
        ) : null}
        {problem === null || error !== undefined ? null : (
          <div className={css['problem']}>
            <ErrorNote problem={problem} onRetry={props.onRetry} />
          </div>
        )}
        {props.failure === undefined || problem !== null ? null : (
          <div className={css['problem']} role="alert">
            <Notice tone="segera" icon={<IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />}>
              {props.failure}
            </Notice>
          </div>
        )}
        <div className={css['buttons']}>
          {blocked === undefined ? null : <p className={css['blocked']}>{blocked}</p>}
          {props.onReturn === undefined ? null : (
            <Button variant="outline" onClick={props.onReturn} disabled={pending}>
              Kembalikan
            </Button>
          )}
          <Button
            type="submit"
            variant="primary"
            icon={<IconSignature size={20} stroke={1.8} aria-hidden="true" />}
            hint="T"
            pending={pending}
            disabled={blocked !== undefined || certificate?.isUsable !== true}
          >
            Tanda tangani
          </Button>
        </div>
      </ActionBar>
    </form>
  );
}
