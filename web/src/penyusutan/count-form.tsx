import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import type { ApiProblem } from '../api/index.ts';
import { formatCount } from '../format/numbers.ts';
import { Button, ErrorNote, PasswordField, TextArea, TextField } from '../kit/index.ts';
import css from './count-form.module.css';

export interface Counted {
  typedCount: number;
  passphrase: string;
  consideration: string;
}

interface CountFormProps {
  title: string;
  children: ReactNode;
  /** How many files it is about; the person types it. */
  count: number;
  held: number;
  button: string;
  /** Red where bytes or rights go for good. */
  isGrave: boolean;
  asks?: 'consideration' | 'passphrase';
  pending: boolean;
  problem: ApiProblem | null;
  onPress: (counted: Counted) => void;
}

function readCount(typed: string): number | undefined {
  const digits = typed.replaceAll(/[.\s]/gu, '');
  return /^\d{1,7}$/u.test(digits) ? Number(digits) : undefined;
}

/** Nothing irreversible without the count in one's own hand and a tick. */
export function CountForm(props: CountFormProps) {
  const { title, children, count, held, button, isGrave, asks, pending, problem, onPress } = props;
  const [typed, setTyped] = useState('');
  const [hasRead, setHasRead] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [consideration, setConsideration] = useState('');
  const typedCount = readCount(typed);
  const matches = typedCount === count;
  const isReady =
    matches &&
    hasRead &&
    (asks !== 'passphrase' || passphrase !== '') &&
    (asks !== 'consideration' || consideration.trim().length >= 5);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isReady || pending) return;
    onPress({ typedCount, passphrase, consideration: consideration.trim() });
    setPassphrase('');
  };
  const reading =
    held > 0 ? `Saya sudah membaca daftar dan ${formatCount(held)} berkas yang ditahan.` : 'Saya sudah membaca daftar.';
  return (
    <form className={css['form']} data-grave={isGrave ? '' : undefined} onSubmit={submit} noValidate>
      <h2>{title}</h2>
      <div className={css['words']}>{children}</div>
      {asks === 'consideration' ? (
        <TextArea
          label="Pertimbangan Anda"
          rows={3}
          maxLength={2000}
          value={consideration}
          onChange={(event) => setConsideration(event.target.value)}
        />
      ) : null}
      <TextField
        label="Ketik jumlah berkas"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={typed === '' || matches ? undefined : 'Belum sama dengan jumlah pada daftar'}
        after={
          matches ? (
            <span className={css['match']}>
              <IconCheck size={18} stroke={2.4} aria-hidden="true" />
              Cocok
            </span>
          ) : undefined
        }
        onChange={(event) => setTyped(event.target.value)}
      />
      {asks === 'passphrase' ? (
        <PasswordField
          label="Passphrase"
          secretName="passphrase"
          autoComplete="off"
          hint="Tidak dicatat di mana pun."
          value={passphrase}
          error={problem?.code === 'wrong_passphrase' ? problem.message : undefined}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      ) : null}
      <label className={css['tick']}>
        <input type="checkbox" checked={hasRead} onChange={(event) => setHasRead(event.target.checked)} />
        <span>{reading}</span>
      </label>
      {problem === null || problem.code === 'wrong_passphrase' ? null : <ErrorNote problem={problem} />}
      <Button
        type="submit"
        variant={isGrave ? 'danger' : 'primary'}
        size="large"
        full
        pending={pending}
        disabled={!isReady}
      >
        {button}
      </Button>
    </form>
  );
}
