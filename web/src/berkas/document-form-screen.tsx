import { IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ArchiveDocument, FileName } from '../../../server/filing/contract.ts';
import { useCommand, useOperation, type ApiProblem } from '../api/index.ts';
import { ActionBar, ActionRow, Button, Card, ErrorNote, Notice, showToast, Skeleton, TextField } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { addDocument, correctDocument, filesTouched, getDocument } from './berkas-operations.ts';
import css from './berkas.module.css';
import { ContentFields, KeepingFields, type DocumentFieldProps } from './document-fields.tsx';
import parts from './document-parts.module.css';
import { DocumentPicker } from './document-picker.tsx';
import { startUploads } from './document-uploads.ts';
import { emptyDocument, valuesOf } from './document-values.ts';
import { FileField } from './file-field.tsx';
import { useDocumentForm } from './document-form.ts';

interface FormPageProps {
  form: DocumentFieldProps;
  button: string;
  pending: boolean;
  problem: ApiProblem | null;
  onSave: () => void;
  onLeave: () => void;
  before?: ReactNode;
  children?: ReactNode;
}

function FormPage({ form, button, pending, problem, onSave, onLeave, before, children }: FormPageProps) {
  useKeys({ 'Ctrl+Enter': pending ? undefined : onSave });
  return (
    <div className={css['page']}>
      <div className={parts['page']}>
        {before}
        <ContentFields {...form} />
        <KeepingFields {...form} />
        {children}
        {problem === null ? null : <ErrorNote problem={problem} />}
        <ActionBar>
          <ActionRow>
            <Button onClick={onLeave}>Batal</Button>
            <Button variant="primary" hint="Ctrl Enter" pending={pending} onClick={onSave}>
              {button}
            </Button>
          </ActionRow>
        </ActionBar>
      </div>
    </div>
  );
}

/** Arsipkan dokumen: paper or a file of another system. */
export function NewDocumentScreen() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [file, setFile] = useState<FileName | undefined>();
  const [files, setFiles] = useState<readonly File[]>([]);
  const command = useCommand(addDocument, {
    refresh: filesTouched,
    onDone: ({ id }) => {
      showToast('Dokumen diarsipkan');
      if (files.length > 0) startUploads(client, id, files);
      void navigate({ to: '/berkas/dokumen/$documentId', params: { documentId: id }, replace: true });
    },
  });
  const { form, check, content } = useDocumentForm(emptyDocument, command.problem);
  const save = () => {
    if (check()) command.press({ body: { content: content(), ...(file === undefined ? {} : { fileId: file.id }) } });
  };
  return (
    <>
      <PageTitle
        title="Arsipkan dokumen"
        backTo="/berkas"
        context="Berkas"
        meta="Dokumen yang dibuat di luar Lontar: kertas atau dari aplikasi lain"
      />
      <FormPage
        form={form}
        button="Arsipkan"
        pending={command.pending}
        problem={command.problem}
        onSave={save}
        onLeave={() => void navigate({ to: '/berkas' })}
      >
        <Card title="Berkas tujuan">
          <div className={css['stack']}>
            <p className="meta">
              Kosongkan bila belum tahu; dokumennya masuk antrean pemberkasan dengan usulan berkas.
            </p>
            <FileField label="Berkas (boleh kosong)" chosen={file} onChoose={setFile} />
          </div>
        </Card>
        <DocumentPicker files={files} onChange={setFiles} />
      </FormPage>
    </>
  );
}

function Correction({ document: shown }: { document: ArchiveDocument }) {
  // What the form began with: a later version read meanwhile must not pass for the one that is corrected.
  const [document] = useState(shown);
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const leave = () => void navigate({ to: '/berkas/dokumen/$documentId', params: { documentId: document.id } });
  const command = useCommand(correctDocument, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Koreksi tersimpan');
      leave();
    },
  });
  const { form, check, isTried, content } = useDocumentForm(valuesOf(document), command.problem);
  const hasReason = reason.trim().length >= 3;
  const save = () => {
    if (!check(hasReason)) return;
    const body = { version: document.version, content: content(), reason };
    command.press({ params: { documentId: document.id }, body });
  };
  return (
    <FormPage
      form={form}
      button="Simpan koreksi"
      pending={command.pending}
      problem={command.problem}
      onSave={save}
      onLeave={leave}
      before={
        <TextField
          label="Alasan koreksi"
          autoComplete="off"
          maxLength={500}
          placeholder="Misalnya: nomor salah ketik"
          hint="Data yang lama tetap tersimpan bersama alasan ini."
          value={reason}
          error={isTried && !hasReason ? 'Tulis alasan koreksi.' : command.problem?.field('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      }
    />
  );
}

function CorrectionBody({ document }: { document: ArchiveDocument }) {
  if (document.canCorrect) return <Correction document={document} />;
  return (
    <div className={css['page']}>
      <Notice tone="menunggu" icon={<IconLock size={20} stroke={1.8} aria-hidden="true" />}>
        {document.isDestroyed
          ? 'Dokumen ini sudah dimusnahkan, sehingga datanya tidak dapat dikoreksi.'
          : `Dokumen ini hanya dapat dikoreksi oleh arsiparis ${document.unitName}.`}
      </Notice>
    </div>
  );
}

/** The same form over a document that is archived already. */
export function DocumentCorrectionScreen() {
  const { documentId } = useParams({ from: '/meja/berkas/dokumen/$documentId/koreksi' });
  const found = useOperation(getDocument, { params: { documentId } });
  return (
    <>
      <PageTitle
        title="Koreksi data dokumen"
        backTo={`/berkas/dokumen/${documentId}`}
        context="Dokumen arsip"
        meta={found.data?.title}
      />
      {found.data === undefined ? (
        <div className={css['page']}>
          {found.error === null ? (
            <Skeleton rows={6} height={64} />
          ) : (
            <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
          )}
        </div>
      ) : (
        <CorrectionBody key={found.data.id} document={found.data} />
      )}
    </>
  );
}
