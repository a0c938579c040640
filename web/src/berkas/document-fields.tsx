import { useState } from 'react';
import { Button, Card, DayField, SelectField, TextArea, TextField } from '../kit/index.ts';
import { classWords, copyWords, kindWords, mediaWords } from './berkas-words.ts';
import css from './berkas.module.css';
import { CodeField } from './code-field.tsx';
import type { NamedDesk } from './desk-field.tsx';
import parts from './document-parts.module.css';
import { DocumentReaders } from './document-readers.tsx';
import { isSecret, withOwnDesk, type DocumentValues } from './document-values.ts';

export interface DocumentFieldProps {
  values: DocumentValues;
  change: (part: Partial<DocumentValues>) => void;
  errorOf: (path: keyof DocumentValues) => string | undefined;
  own: NamedDesk | undefined;
}

interface ChoiceProps<V extends string> {
  label: string;
  words: Record<V, string>;
  value: V;
  error?: string | undefined;
  onChange: (value: V) => void;
}

function Choice<V extends string>({ label, words, value, error, onChange }: ChoiceProps<V>) {
  const options = (Object.keys(words) as V[]).map((one) => ({ value: one, label: words[one] }));
  return (
    <SelectField
      label={label}
      error={error}
      options={options}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    />
  );
}

interface LineProps extends DocumentFieldProps {
  path: 'title' | 'number' | 'sender' | 'recipient' | 'pageCount';
  label: string;
  placeholder?: string;
  maxLength: number;
  inputMode?: 'numeric';
}

function Line({ path, values, change, errorOf, own: _own, ...input }: LineProps) {
  return (
    <TextField
      {...input}
      autoComplete="off"
      value={values[path]}
      error={errorOf(path)}
      onChange={(event) => change({ [path]: event.target.value })}
    />
  );
}

/** What the document itself says. */
export function ContentFields(props: DocumentFieldProps) {
  const { values, change, errorOf } = props;
  return (
    <Card title="Dokumen">
      <div className={css['stack']}>
        <Line {...props} path="title" label="Judul" placeholder="Perihal atau nama dokumen" maxLength={500} />
        <div className={css['grid']}>
          <Choice label="Jenis" words={kindWords} value={values.kind} onChange={(kind) => change({ kind })} />
          <DayField
            label="Tanggal dokumen"
            value={values.documentDate}
            error={errorOf('documentDate')}
            onChange={(documentDate) => change({ documentDate })}
          />
          <Line {...props} path="number" label="Nomor (boleh kosong)" maxLength={120} />
          <Line {...props} path="pageCount" label="Jumlah halaman (boleh kosong)" maxLength={5} inputMode="numeric" />
          <Line {...props} path="sender" label="Pengirim (boleh kosong)" maxLength={300} />
          <Line {...props} path="recipient" label="Tujuan (boleh kosong)" maxLength={300} />
        </div>
        <TextArea
          label="Ringkasan (boleh kosong)"
          hint="Kata-katanya ikut dicari."
          rows={3}
          maxLength={2000}
          value={values.summary}
          error={errorOf('summary')}
          onChange={(event) => change({ summary: event.target.value })}
        />
      </div>
    </Card>
  );
}

function ClassificationField({ values, change, errorOf }: DocumentFieldProps) {
  const [round, setRound] = useState(0);
  return (
    <div className={parts['choice']}>
      <CodeField
        key={round}
        code={values.classificationCode}
        error={errorOf('classificationCode')}
        onChange={(classificationCode) => change({ classificationCode })}
      />
      {values.classificationCode === '' ? null : (
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            change({ classificationCode: '' });
            setRound(round + 1);
          }}
        >
          Kosongkan klasifikasi
        </Button>
      )}
    </div>
  );
}

/** How it is kept, and who may read it. */
export function KeepingFields(props: DocumentFieldProps) {
  const { values, change, errorOf, own } = props;
  const setClass = (securityClass: DocumentValues['securityClass']) =>
    change({
      securityClass,
      readers: isSecret({ securityClass })
        ? withOwnDesk(values.readers, own)
        : values.readers.filter(({ positionId }) => positionId !== own?.positionId),
    });
  return (
    <Card title="Klasifikasi dan akses">
      <div className={css['stack']}>
        <ClassificationField {...props} />
        <div className={css['grid']}>
          <Choice label="Keamanan" words={classWords} value={values.securityClass} onChange={setClass} />
          <Choice label="Media" words={mediaWords} value={values.media} onChange={(media) => change({ media })} />
          <Choice
            label="Tingkat perkembangan"
            words={copyWords}
            value={values.copyStatus}
            onChange={(copyStatus) => change({ copyStatus })}
          />
        </div>
        {isSecret(values) || values.readers.length > 0 ? (
          <DocumentReaders
            isSecret={isSecret(values)}
            readers={values.readers}
            own={own}
            error={errorOf('readers')}
            onChange={(readers) => change({ readers })}
          />
        ) : null}
      </div>
    </Card>
  );
}
