import { IconQrcode } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import css from './verification.module.css';
import { readTypedCode } from './read-typed-code.ts';

/** The short code beside the QR, or the whole address pasted; any case, with or without dashes. */
export function CodeForm() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const code = readTypedCode(text);
    setWrong(code === undefined);
    if (code !== undefined) void navigate({ to: '/v/$kode', params: { kode: code } });
  };
  return (
    <form className={css['codeForm']} onSubmit={submit} noValidate>
      <TextField
        label="Kode pada surat"
        name="kode"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="7Q4K-9ZP2-XW3F"
        before={<IconQrcode size={18} stroke={1.8} aria-hidden="true" />}
        value={text}
        error={wrong ? 'Kode terdiri atas 12 huruf dan angka, tercetak di dekat kode QR.' : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <Button type="submit" variant="primary">
        Periksa
      </Button>
    </form>
  );
}
