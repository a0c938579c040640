import { IconFileText, IconNotes } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { LetterType } from '../../../server/letters/contract.ts';
import { useCommand } from '../api/index.ts';
import { ErrorNote, Spinner } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { createLetter } from '../letters/letter-operations.ts';
import css from './new-draft-screen.module.css';

const choices = [
  {
    type: 'surat_dinas',
    icon: IconFileText,
    title: 'Surat dinas',
    text: 'Untuk perangkat daerah, pemerintah kabupaten/kota, instansi, atau pihak lain. Memakai kop, nomor, dan alamat tujuan.',
  },
  {
    type: 'nota_dinas',
    icon: IconNotes,
    title: 'Nota dinas',
    text: 'Untuk pejabat di lingkungan sendiri: menyampaikan laporan, permintaan, atau usul kepada atasan dan sejawat.',
  },
] as const;

/** A draft begins when its kind is chosen, so that opening this page leaves nothing behind. */
export function NewDraftScreen() {
  const navigate = useNavigate();
  const creating = useCommand(createLetter, {
    onDone: (letter) => void navigate({ to: '/konsep/$id', params: { id: letter.id }, replace: true }),
  });
  const begin = (type: LetterType) => creating.press({ body: { type } });

  return (
    <>
      <PageTitle title="Buat konsep" backTo="/konsep" />
      <div className={css['page']}>
        {creating.problem === null ? null : <ErrorNote problem={creating.problem} />}
        <ul className={css['choices']}>
          {choices.map((choice) => (
            <li key={choice.type}>
              <button
                type="button"
                className={css['choice']}
                disabled={creating.pending}
                onClick={() => begin(choice.type)}
              >
                <span className={css['icon']}>
                  <choice.icon size={26} stroke={1.7} aria-hidden="true" />
                </span>
                <span className={css['text']}>
                  <span className={css['title']}>{choice.title}</span>
                  <span className={css['note']}>{choice.text}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <p className={css['pending']} role="status">
          {creating.pending ? (
            <>
              <Spinner size={16} /> Menyiapkan konsep
            </>
          ) : (
            ''
          )}
        </p>
      </div>
    </>
  );
}
