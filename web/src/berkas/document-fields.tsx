import type { ApiProblem } from '../api/api-problem.ts';
import { DeskSearch } from '../disposisi/desk-search.tsx';
import { DayField, SelectField, TextArea, TextField, TokenChip } from '../kit/index.ts';
import { classWords, copyWords, kindWords, mediaWords } from './berkas-words.ts';
import { CodeSearch } from './code-search.tsx';
import type { DocumentValues } from './document-values.ts';
import css from './loans-screen.module.css';

interface DocumentFieldsProps {
  values: DocumentValues;
  problem: ApiProblem | null;
  onChange: (values: DocumentValues) => void;
}

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** The data of a document made elsewhere. */
export function DocumentFields({ values, problem, onChange }: DocumentFieldsProps) {
  const set = (part: Partial<DocumentValues>) => onChange({ ...values, ...part });
  const errorOf = (field: string) => problem?.field(`content.${field}`);
  const isSecret = values.securityClass === 'R' || values.securityClass === 'SR';
  return (
    <div className={css['form']}>
      <SelectField
        label="Jenis"
        value={values.kind}
        options={optionsOf(kindWords)}
        onChange={(event) => set({ kind: event.target.value as DocumentValues['kind'] })}
      />
      <DayField
        label="Tanggal dokumen"
        value={values.documentDate}
        error={errorOf('documentDate')}
        onChange={(documentDate) => set({ documentDate })}
      />
      <div className={css['whole']}>
        <TextField
          label="Judul atau hal"
          maxLength={500}
          value={values.title}
          error={errorOf('title')}
          onChange={(event) => set({ title: event.target.value })}
        />
      </div>
      <TextField
        label="Nomor"
        maxLength={120}
        value={values.number}
        onChange={(event) => set({ number: event.target.value })}
      />
      <CodeSearch
        value={values.classificationCode}
        error={errorOf('classificationCode')}
        onChange={(classificationCode) => set({ classificationCode })}
      />
      <TextField
        label="Pengirim atau pencipta"
        maxLength={300}
        value={values.sender}
        onChange={(event) => set({ sender: event.target.value })}
      />
      <TextField
        label="Penerima"
        maxLength={300}
        value={values.recipient}
        onChange={(event) => set({ recipient: event.target.value })}
      />
      <div className={css['whole']}>
        <TextArea
          label="Isi ringkas"
          rows={3}
          maxLength={2000}
          value={values.summary}
          hint="Nomor surat yang disebut di sini dipakai untuk mengusulkan berkasnya."
          onChange={(event) => set({ summary: event.target.value })}
        />
      </div>
      <SelectField
        label="Klasifikasi keamanan"
        value={values.securityClass}
        options={optionsOf(classWords)}
        onChange={(event) => set({ securityClass: event.target.value as DocumentValues['securityClass'] })}
      />
      <SelectField
        label="Media"
        value={values.media}
        options={optionsOf(mediaWords)}
        onChange={(event) => set({ media: event.target.value as DocumentValues['media'] })}
      />
      <SelectField
        label="Tingkat perkembangan"
        value={values.copyStatus}
        options={optionsOf(copyWords)}
        onChange={(event) => set({ copyStatus: event.target.value as DocumentValues['copyStatus'] })}
      />
      <TextField
        label="Jumlah halaman"
        type="number"
        min={0}
        value={values.pageCount === 0 ? '' : String(values.pageCount)}
        error={errorOf('pageCount')}
        onChange={(event) => set({ pageCount: Math.max(0, Math.trunc(Number(event.target.value)) || 0) })}
      />
      <div className={css['whole']}>
        <DeskSearch
          label={
            isSecret ? 'Jabatan yang boleh membaca (wajib, termasuk jabatan Anda)' : 'Jabatan lain yang boleh membaca'
          }
          chosen={values.readers.map(({ positionId }) => positionId)}
          onChoose={(desk) => set({ readers: [...values.readers, desk] })}
        />
        {errorOf('readerPositionIds') === undefined ? null : <p role="alert">{errorOf('readerPositionIds')}</p>}
        <div className={css['actions']}>
          {values.readers.map(({ positionId, title }) => (
            <TokenChip
              key={positionId}
              removeLabel={`Keluarkan ${title}`}
              onRemove={() => set({ readers: values.readers.filter((one) => one.positionId !== positionId) })}
            >
              {title}
            </TokenChip>
          ))}
        </div>
      </div>
    </div>
  );
}
