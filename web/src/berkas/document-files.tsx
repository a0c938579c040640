import { IconDownload, IconFileTypePdf, IconFileUpload, IconPhoto, IconX } from '@tabler/icons-react';
import type { ArchiveDocument, getDocumentFileEndpoint } from '../../../server/filing/contract.ts';
import { fileAddress, useOperation } from '../api/index.ts';
import { formatSize } from '../format/numbers.ts';
import { Badge, Button, Card, DownloadLink, IconButton, Notice } from '../kit/index.ts';
import { getDocument } from './berkas-operations.ts';
import css from './berkas.module.css';
import parts from './document-parts.module.css';
import { PickButton } from './document-picker.tsx';
import { documentLimits, useDocumentUploads, type DocumentUpload, type DocumentUploads } from './document-uploads.ts';

const pollMs = 5000;

/** Whether the words of its pages are found by the search; asks again while they are read. */
function ReadingState({ document }: { document: ArchiveDocument }) {
  const { reading } = document;
  useOperation(
    getDocument,
    { params: { documentId: document.id } },
    { refetchIntervalMs: reading === 'waiting' ? pollMs : false },
  );
  if (reading === 'done') return <Badge tone="selesai">Isi sudah dapat dicari</Badge>;
  if (reading === 'waiting') return <Badge tone="menunggu">Sedang dibaca</Badge>;
  if (reading === 'failed') return <Badge tone="segera">Gagal dibaca</Badge>;
  return document.files.length === 0 ? null : <Badge tone="konsep">Isi belum dapat dicari</Badge>;
}

function FileRow({ documentId, file }: { documentId: string; file: ArchiveDocument['files'][number] }) {
  const Icon = file.mediaType === 'application/pdf' ? IconFileTypePdf : IconPhoto;
  const href = fileAddress<typeof getDocumentFileEndpoint>('/archive-documents/:documentId/files/:ordinal', {
    params: { documentId, ordinal: file.ordinal },
    query: { download: '1' },
  });
  return (
    <li>
      <DownloadLink className={`${parts['row']} ${parts['download']}`} href={href}>
        <Icon size={22} stroke={1.6} aria-hidden="true" />
        <span className={parts['text']}>
          <span className={parts['name']}>{file.fileName}</span>
          <span className={parts['size']}>{formatSize(file.sizeBytes)}</span>
        </span>
        <IconDownload size={18} stroke={1.8} aria-hidden="true" />
        <span className="only-read">Unduh</span>
      </DownloadLink>
    </li>
  );
}

function Progress({ upload: { state, share, file } }: { upload: DocumentUpload }) {
  if (state === 'waiting') return <p className="meta">Menunggu giliran</p>;
  const percent = Math.round(share * 100);
  return (
    <p className="meta">
      <progress className={parts['progress']} max={100} value={percent} aria-label={`Mengunggah ${file.name}`} />
      {share >= 1 ? 'Diperiksa…' : `${percent}%`}
    </p>
  );
}

function UploadRow({ upload, uploads }: { upload: DocumentUpload; uploads: DocumentUploads }) {
  const hasFailed = upload.state === 'failed';
  return (
    <li className={parts['row']} data-problem={hasFailed ? '' : undefined}>
      <IconFileUpload size={22} stroke={1.7} aria-hidden="true" />
      <div className={parts['text']}>
        <p className={parts['name']}>{upload.file.name}</p>
        {hasFailed ? (
          <p className={parts['problem']} role="alert">
            {upload.problem}
          </p>
        ) : (
          <Progress upload={upload} />
        )}
      </div>
      {hasFailed ? (
        <Button size="small" onClick={() => uploads.retry(upload)}>
          Coba lagi
        </Button>
      ) : null}
      <IconButton
        label={hasFailed ? `Tutup ${upload.file.name}` : `Batalkan unggahan ${upload.file.name}`}
        icon={<IconX size={18} stroke={2} />}
        onClick={() => uploads.close(upload)}
      />
    </li>
  );
}

/** The digital files of a document, those on their way, and a way to add more. */
export function DocumentFiles({ document }: { document: ArchiveDocument }) {
  const uploads = useDocumentUploads(document.id);
  const isEmpty = document.files.length + uploads.rows.length === 0;
  return (
    <Card title="Berkas digital" aside={<ReadingState document={document} />}>
      <div className={css['stack']}>
        {document.reading === 'failed' ? (
          <Notice tone="segera">
            {document.readFailure ?? 'Isi berkas tidak dapat dibaca.'} Dokumennya tetap ditemukan dari datanya.
          </Notice>
        ) : null}
        {isEmpty ? <p className="meta">Belum ada berkas digital.</p> : null}
        <ul className={parts['rows']} aria-label="Berkas digital" hidden={isEmpty}>
          {document.files.map((file) => (
            <FileRow key={file.ordinal} documentId={document.id} file={file} />
          ))}
          {uploads.rows.map((upload) => (
            <UploadRow key={upload.id} upload={upload} uploads={uploads} />
          ))}
        </ul>
        {document.canCorrect ? (
          <div className={css['line']}>
            <PickButton onFiles={uploads.add} />
            <span className="meta">{documentLimits}</span>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
