import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { formatSize } from '../format/numbers.ts';
import { Button, Card, ErrorNote, FileInput, Segmented, SelectField, showToast } from '../kit/index.ts';
import css from './exchange.module.css';
import { ProgressBar } from './progress-bar.tsx';
import { useLoadUpload } from './use-load-upload.ts';

const KINDS = [
  { value: 'package', label: 'Paket Lontar' },
  { value: 'table', label: 'Tabel CSV' },
] as const;
const LEADS = {
  package:
    'Paket berkas (BagIt) atau paket satu surat dari Lontar lain. Keutuhan seluruh isinya diperiksa sebelum ada yang dimasukkan.',
  table:
    'CSV surat lama, atau ZIP berisi CSV dan berkasnya. Kolom: Nomor, Tanggal, Hal, Asal, Tujuan, Klasifikasi, Berkas; ekspor naskah SRIKANDI diterima apa adanya.',
};

/** Chooses what to take in, for which unit, and sends it. */
export function LoadForm({ units }: { units: readonly { id: string; name: string }[] }) {
  const [kind, setKind] = useState<'table' | 'package'>('package');
  const [unitId, setUnitId] = useState('');
  const [file, setFile] = useState<File>();
  const [acceptsForeign, setForeign] = useState(false);
  const { share, problem, send } = useLoadUpload();
  const submit = async () => {
    if (file === undefined || !(await send(file, { kind, unitId, acceptsForeign }))) return;
    setFile(undefined);
    showToast('Berkas diterima dan sedang diperiksa.');
  };
  return (
    <Card title="Masukkan arsip">
      <Segmented label="Jenis" value={kind} options={KINDS} onChange={setKind} />
      <p className={css['lead']}>{LEADS[kind]}</p>
      <SelectField
        label="Unit penyimpan"
        value={unitId}
        options={[
          { value: '', label: 'Pilih unit', disabled: true },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => setUnitId(event.target.value)}
      />
      <FileInput
        label="Berkas"
        hint={
          file === undefined
            ? 'Paling besar 200 MB. Yang lebih besar dimuat di server dengan npm run load.'
            : formatSize(file.size)
        }
        accept={kind === 'package' ? '.zip' : '.csv,.zip'}
        files={file === undefined ? [] : [file]}
        onChange={([chosen]) => setFile(chosen)}
      />
      {kind === 'package' ? (
        <label className={css['choice']}>
          <input type="checkbox" checked={acceptsForeign} onChange={(event) => setForeign(event.target.checked)} />
          <span>Terima dari instansi lain</span>
        </label>
      ) : null}
      {share === null ? null : <ProgressBar label="Kemajuan unggahan" done={Math.round(share * 100)} total={100} />}
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className={css['foot']}>
        <Button
          variant="primary"
          icon={<IconUpload size={18} stroke={1.8} aria-hidden="true" />}
          pending={share !== null}
          disabled={file === undefined || unitId === ''}
          onClick={() => void submit()}
        >
          Unggah
        </Button>
      </div>
    </Card>
  );
}
