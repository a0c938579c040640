import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState, type InputHTMLAttributes, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { TextField } from './field.tsx';

interface PasswordFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** What is hidden, for the eye button: "kata sandi" or "passphrase". */
  secretName?: string;
}

/** Pasting is allowed; the eye shows what was typed. */
export function PasswordField({ secretName = 'kata sandi', ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const label = shown ? `Sembunyikan ${secretName}` : `Tampilkan ${secretName}`;
  return (
    <TextField
      {...rest}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      after={
        <IconButton
          label={label}
          icon={shown ? <IconEyeOff size={20} stroke={1.8} /> : <IconEye size={20} stroke={1.8} />}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
