import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import type { ArchiveDocument } from '../../../server/filing/contract.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { useCommand, useOperation } from '../api/index.ts';
import { agencyToday } from '../format/dates.ts';
import { Button, ErrorNote, FileInput, showToast, Skeleton, TextField } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { addDocument, correctDocument, filesTouched, getDocument, uploadDocumentFile } from './berkas-operations.ts';
import { DocumentFields } from './document-fields.tsx';
import { contentOf, emptyValues, valuesOf } from './document-values.ts';
import css from './loans-screen.module.css';

/** Arsipkan dokumen: what was made elsewhere; its files follow when it is saved. */
export function NewDocumentScreen() {
  const navigate = useNavigate();
  const [values, setValues] = useState(() => emptyValues(agencyToday()));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [uploadProblem, setUploadProblem] = useState<ApiProblem | null>(null);
  const [isSending, setSending] = useState(false);
  const upload = useCommand(uploadDocumentFile, { refresh: filesTouched });
  const add = useCommand(addDocument, { refresh: filesTouched, onDone: (made) => void send(made) });
  const send = async (made: ArchiveDocument) => {
    setSending(true);
    try {
      for (const file of files)
        await upload.pressAsync({ params: { documentId: made.id }, query: { fileName: file.name } }, { upload: file });
      showToast('Dokumen diarsipkan');
    } catch (error) {
      setUploadProblem(error as ApiProblem);
      showToast('Dokumen tersimpan, tetapi ada berkas yang belum terunggah. Unggah lagi dari halaman dokumen.', {
        tone: 'problem',
      });
    }
    void navigate({ to: '/berkas/dokumen/$documentId', params: { documentId: made.id }, replace: true });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    add.press({ body: { content: contentOf(values) } });
  };
  return (
    <>
      <PageTitle title="Arsipkan dokumen" backTo="/berkas" context="Berkas" />
      <form className={css['page']} onSubmit={submit} noValidate>
        <div className={css['card']}>
          <DocumentFields values={values} problem={add.problem} onChange={setValues} />
          <FileInput
            label="Berkas pindaian"
            hint="PDF, JPEG, atau PNG, paling besar 25 MB per berkas. Isinya dibaca agar dapat dicari."
            multiple
            accept="application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png"
            files={files}
            onChange={setFiles}
          />
          {add.problem === null ? null : <ErrorNote problem={add.problem} />}
          {uploadProblem === null ? null : <ErrorNote problem={uploadProblem} />}
          <div className={css['actions']}>
            <Button
              variant="primary"
              type="submit"
              pending={add.pending || isSending}
              disabled={values.title.trim().length < 3 || values.documentDate === ''}
            >
              Arsipkan
            </Button>
          </div>
        </div>
      </form>
    </>
  );
}

function Correction({ document }: { document: ArchiveDocument }) {
  const navigate = useNavigate();
  const [values, setValues] = useState(() => valuesOf(document));
  const [reason, setReason] = useState('');
  const correct = useCommand(correctDocument, {
    refresh: filesTouched,
    onDone: () => {
      showToast('Koreksi disimpan');
      void navigate({ to: '/berkas/dokumen/$documentId', params: { documentId: document.id } });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const body = { version: document.version, content: contentOf(values), reason };
    correct.press({ params: { documentId: document.id }, body });
  };
  return (
    <form className={css['page']} onSubmit={submit} noValidate>
      <div className={css['card']}>
        <DocumentFields values={values} problem={correct.problem} onChange={setValues} />
        <TextField
          label="Alasan koreksi"
          maxLength={500}
          value={reason}
          error={correct.problem?.field('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {correct.problem === null ? null : <ErrorNote problem={correct.problem} />}
        <div className={css['actions']}>
          <Button
            variant="primary"
            type="submit"
            pending={correct.pending}
            disabled={reason.trim().length < 3 || values.title.trim().length < 3}
          >
            Simpan koreksi
          </Button>
        </div>
      </div>
    </form>
  );
}

/** The same form over a document that is there; the old values stay kept. */
export function DocumentCorrectionScreen() {
  const { documentId } = useParams({ from: '/meja/berkas/dokumen/$documentId/koreksi' });
  const found = useOperation(getDocument, { params: { documentId } });
  return (
    <>
      <PageTitle
        title="Koreksi dokumen"
        backTo={`/berkas/dokumen/${documentId}`}
        context="Dokumen"
        meta={found.data?.title}
      />
      {found.error === null ? null : <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Skeleton rows={6} height={48} /> : null}
      {found.data === undefined ? null : <Correction document={found.data} />}
    </>
  );
}
