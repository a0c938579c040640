import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { ApiProblem } from '../api/index.ts';
import { Button, ErrorNote, PasswordField, TextField } from '../kit/index.ts';
import { Emblem } from '../shell/emblem.tsx';
import { forgetDeviceOfOthers } from './forget-device.ts';
import { Leaves } from './leaves.tsx';
import css from './log-in-screen.module.css';
import { logIn, sessionQuery } from './session.ts';

const promises = [
  {
    title: 'Satu alur, dari konsep sampai arsip',
    text: 'Menyusun, memaraf, menandatangani, dan mengirim di satu tempat.',
  },
  { title: 'Sah dan dapat diperiksa siapa pun', text: 'Setiap surat bertanda tangan elektronik dan berkode QR.' },
  {
    title: 'Tanpa kertas, terhitung rupiahnya',
    text: 'Lembar, toner, dan ongkos kirim yang dihemat tampak setiap bulan.',
  },
];

/** Only digits count, so that a NIP may be pasted as printed: "19710512 199603 2 003". */
function readNip(text: string): string {
  return text.replace(/\s/g, '');
}

function missing(nip: string, password: string): { nip?: string; password?: string } {
  return {
    ...(readNip(nip) === '' && { nip: 'Isi NIP Anda, 18 angka.' }),
    ...(password === '' && { password: 'Isi kata sandi Anda.' }),
  };
}

export function LogInScreen() {
  const { kembali } = useSearch({ from: '/masuk-akun' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const [nip, setNip] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const nipInput = useRef<HTMLDivElement>(null);
  const gaps = asked ? missing(nip, password) : {};
  const nipError = gaps.nip ?? problem?.field('nip');

  useEffect(() => {
    document.title = 'Masuk · Lontar';
  }, []);

  const enter = async () => {
    setPending(true);
    setProblem(null);
    try {
      await logIn({ body: { nip: readNip(nip), password } });
      client.clear();
      const { person } = await client.query(sessionQuery);
      await forgetDeviceOfOthers(person.id);
      await navigate({ href: kembali ?? '/' });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setPending(false);
    }
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = missing(nip, password);
    if (wrong.nip === undefined && wrong.password === undefined) void enter();
    else
      nipInput.current?.querySelector<HTMLElement>(wrong.nip === undefined ? '[name=password]' : '[name=nip]')?.focus();
  };

  return (
    <div className={css['screen']}>
      <aside className={css['side']} aria-label="Tentang Lontar">
        <div className={css['brand']}>
          <Emblem size={44} />
          <div>
            <div className={css['name']}>Lontar</div>
            <div className={css['tagline']}>Persuratan elektronik pemerintah daerah</div>
          </div>
        </div>
        <ul className={css['promises']}>
          {promises.map((promise) => (
            <li key={promise.title}>
              <span className={css['promiseTitle']}>{promise.title}</span>
              <span className={css['promiseText']}>{promise.text}</span>
            </li>
          ))}
        </ul>
        <Leaves />
      </aside>
      <main className={css['main']}>
        <form className={css['form']} onSubmit={submit} noValidate>
          <div className={css['head']}>
            <h1>Masuk</h1>
            <p className={css['lead']}>Gunakan NIP dan kata sandi Lontar Anda.</p>
          </div>
          {kembali === undefined ? null : <p className={css['kept']}>Setelah masuk, Anda kembali ke halaman tadi.</p>}
          {problem === null ? null : <ErrorNote problem={problem} />}
          <div className={css['fields']} ref={nipInput}>
            <TextField
              label="NIP"
              name="nip"
              inputMode="numeric"
              autoComplete="username"
              placeholder="18 angka"
              value={nip}
              error={nipError}
              onChange={(event) => setNip(event.target.value)}
            />
            <PasswordField
              label="Kata sandi"
              name="password"
              autoComplete="current-password"
              placeholder=" "
              value={password}
              error={gaps.password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </div>
          <Button type="submit" variant="primary" size="large" full pending={pending}>
            Masuk
          </Button>
          <p className={css['help']}>
            Lupa kata sandi? Hubungi administrator unit Anda. Kata sandi tidak pernah diminta lewat telepon atau pesan.
          </p>
        </form>
        <footer className={css['foot']}>
          Menerima surat dari kami? <Link to="/periksa">Periksa keaslian surat</Link>
        </footer>
      </main>
    </div>
  );
}
