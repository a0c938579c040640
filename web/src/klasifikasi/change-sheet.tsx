import { useState } from 'react';
import type { ClassificationCode, CodeVersion } from '../../../server/retention/contract.ts';
import { useCommand } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { Button, DayField, ErrorNote, SelectField, Sheet, showToast, TextArea, TextField } from '../kit/index.ts';
import { changeOf, draftOf, readYears, type ChangeDraft } from './change-draft.ts';
import css from './classification.module.css';
import { changeCode, schemePaths } from './scheme-operations.ts';
import { fateWords, securityOptions } from './scheme-words.ts';

interface PartProps {
  draft: ChangeDraft;
  onChange: (part: Partial<ChangeDraft>) => void;
}

const fates = (['destroy', 'permanent', 'review'] as const).map((value) => ({ value, label: fateWords[value] }));

function Years({ draft, onChange }: PartProps) {
  const parts = [
    { name: 'activeYears', label: 'Retensi aktif (tahun)' },
    { name: 'inactiveYears', label: 'Retensi inaktif (tahun)' },
  ] as const;
  return (
    <div className={css['pair']}>
      {parts.map(({ name, label }) => (
        <TextField
          key={name}
          label={label}
          inputMode="numeric"
          value={draft[name]}
          error={
            draft[name] === '' || readYears(draft[name]) !== undefined ? undefined : 'Angka bulat dari 0 sampai 100'
          }
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      ))}
    </div>
  );
}

function RulePart({ draft, onChange }: PartProps) {
  return (
    <fieldset className={css['stack']}>
      <legend className={css['legend']}>Aturan retensi</legend>
      <label className={css['tick']}>
        <input
          type="checkbox"
          checked={draft.hasRule}
          onChange={(event) => onChange({ hasRule: event.target.checked })}
        />
        Kode ini mempunyai aturan sendiri
      </label>
      {draft.hasRule ? (
        <>
          <Years draft={draft} onChange={onChange} />
          <TextField
            label="Dihitung sejak peristiwa"
            value={draft.triggerEvent}
            maxLength={200}
            placeholder="setelah pemeriksaan"
            hint="Kosong: setelah berkas ditutup. Diawali kata setelah, sejak, atau sampai dengan."
            onChange={(event) => onChange({ triggerEvent: event.target.value })}
          />
          <SelectField
            label="Nasib akhir"
            value={draft.finalAction}
            options={fates}
            onChange={(event) => onChange({ finalAction: event.target.value as ChangeDraft['finalAction'] })}
          />
          <TextField
            label="Pengecualian atau catatan"
            value={draft.exceptionNote}
            maxLength={500}
            placeholder="kecuali barang tidak bergerak"
            onChange={(event) => onChange({ exceptionNote: event.target.value })}
          />
        </>
      ) : (
        <p className="meta">Aturan kode terdekat di atasnya yang berlaku.</p>
      )}
    </fieldset>
  );
}

function FactsPart({ draft, onChange }: PartProps) {
  return (
    <>
      <TextField
        label="Nama kode"
        value={draft.name}
        maxLength={300}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <RulePart draft={draft} onChange={onChange} />
      <SelectField
        label="Kelas keamanan"
        value={draft.securityClass}
        options={securityOptions}
        onChange={(event) => onChange({ securityClass: event.target.value as ChangeDraft['securityClass'] })}
      />
      <TextField
        label="Akses"
        value={draft.accessNote}
        maxLength={300}
        placeholder="Pengawas internal dan penegak hukum"
        onChange={(event) => onChange({ accessNote: event.target.value })}
      />
      <DayField
        label="Berlaku mulai"
        value={draft.effectiveFrom}
        onChange={(effectiveFrom) => onChange({ effectiveFrom })}
      />
      <TextArea
        label="Alasan"
        value={draft.reason}
        maxLength={500}
        hint="Tersimpan pada riwayat kode dan jejak audit."
        onChange={(event) => onChange({ reason: event.target.value })}
      />
    </>
  );
}

/** Changes one code from a day on; what was closed before keeps the rule that it was closed with. */
export function ChangeSheet({
  code,
  current,
  onClose,
}: {
  code: ClassificationCode;
  current: CodeVersion;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => draftOf(current, code.today));
  const change = changeOf(draft);
  const save = useCommand(changeCode, {
    refresh: schemePaths,
    onDone: () => {
      const isToday = draft.effectiveFrom <= code.today;
      showToast(isToday ? 'Kode diubah' : `Perubahan berlaku mulai ${formatDate(draft.effectiveFrom)}`);
      onClose();
    },
  });
  const press = () => {
    if (change === undefined) return;
    const body = { ...change, basedOnEditionId: current.editionId };
    save.press({ params: { classificationCode: code.code }, body });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={`Ubah kode ${code.code}`}
      footer={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button variant="primary" disabled={change === undefined} pending={save.pending} onClick={press}>
            Simpan perubahan
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <FactsPart draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
        {save.problem === null ? null : <ErrorNote problem={save.problem} />}
      </div>
    </Sheet>
  );
}
