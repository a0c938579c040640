import { useDeferredValue, useState } from 'react';
import { useOperation } from '../api/index.ts';
import { Card, ErrorNote, Skeleton, TextField } from '../kit/index.ts';
import { ExportFilesButton } from './export-buttons.tsx';
import { listFiles } from './exchange-operations.ts';
import css from './exchange.module.css';

/** Chooses files (berkas) for a bag, which is also what goes to the archival institution. */
export function FilePicker() {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const query = useOperation(listFiles, { query: { q: useDeferredValue(words), limit: 50 } }, { keepPrevious: true });
  const toggle = (id: string) =>
    setChosen((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]));
  return (
    <Card title="Berkas sebagai paket">
      <p className={css['lead']}>
        Setiap berkas dikemas utuh dengan riwayat dan bukti keutuhannya (BagIt dan METS), untuk disimpan, diserahkan ke
        lembaga kearsipan, atau diimpor ke Lontar lain.
      </p>
      <TextField label="Cari berkas" value={words} onChange={(event) => setWords(event.target.value)} />
      {query.error === null ? null : <ErrorNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending ? <Skeleton height={120} /> : null}
      <ul className={css['choices']} aria-label="Berkas">
        {(query.data?.files ?? []).map((file) => (
          <li key={file.id}>
            <label className={css['choice']}>
              <input type="checkbox" checked={chosen.includes(file.id)} onChange={() => toggle(file.id)} />
              <span className={css['grow']}>
                {file.title}
                <span className={css['facts']}>
                  {file.classificationCode} · {file.unitName} · {file.itemCount} naskah
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className={css['foot']}>
        <ExportFilesButton
          fileIds={chosen}
          label={chosen.length === 0 ? 'Pilih berkas' : `Kemas ${chosen.length} berkas`}
        />
      </div>
    </Card>
  );
}
