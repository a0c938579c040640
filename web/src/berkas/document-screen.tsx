import { IconEdit, IconUpload } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, type ChangeEvent } from 'react';
import type { ArchiveDocument, getDocumentFileEndpoint } from '../../../server/filing/contract.ts';
import { fileAddress, useCommand, useOperation } from '../api/index.ts';
import { formatDate, formatDateTime } from '../format/dates.ts';
import { formatSize } from '../format/numbers.ts';
import {
  DownloadButton,
  Badge,
  Button,
  ButtonLink,
  Card,
  DataList,
  DataRow,
  ErrorNote,
  GradeBadge,
  Notice,
  showToast,
  Skeleton,
} from '../kit/index.ts';
import { ExportRecordButton } from '../pertukaran/export-buttons.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { acceptRecord, filesTouched, getDocument, uploadDocumentFile } from './berkas-operations.ts';
import { copyWords, fileTitle, kindWords, mediaWords } from './berkas-words.ts';
import css from './loans-screen.module.css';

const readingWords: Record<ArchiveDocument['reading'], string> = {
  none: 'Tidak ada berkas elektronik',
  waiting: 'Sedang dibaca agar dapat dicari',
  done: 'Sudah dibaca, isinya dapat dicari',
  failed: 'Isinya tidak terbaca',
};

function Files({ document }: { document: ArchiveDocument }) {
  const picker = useRef<HTMLInputElement>(null);
  const upload = useCommand(uploadDocumentFile, { refresh: filesTouched, onDone: () => showToast('Berkas diunggah') });
  const address = (ordinal: number, download: '0' | '1') =>
    fileAddress<typeof getDocumentFileEndpoint>('/archive-documents/:documentId/files/:ordinal', {
      params: { documentId: document.id, ordinal },
      query: { download },
    });
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file !== undefined)
      upload.press({ params: { documentId: document.id }, query: { fileName: file.name } }, { upload: file });
  };
  return (
    <Card title="Berkas elektronik">
      <div className={css['stack']}>
        {document.reading === 'none' && document.files.length > 0 ? null : (
          <p className="meta">{readingWords[document.reading]}</p>
        )}
        {document.readFailure === null ? null : <Notice tone="menunggu">{document.readFailure}</Notice>}
        <ul className={css['files']}>
          {document.files.map(({ ordinal, fileName, sizeBytes }) => (
            <li key={ordinal}>
              <span>
                {fileName} <span className="meta">{formatSize(sizeBytes)}</span>
              </span>
              <span className={css['actions']}>
                <DownloadButton size="small" href={address(ordinal, '0')} aria-label={`Buka ${fileName}`}>
                  Buka
                </DownloadButton>
                <DownloadButton size="small" href={address(ordinal, '1')} aria-label={`Unduh ${fileName}`}>
                  Unduh
                </DownloadButton>
              </span>
            </li>
          ))}
        </ul>
        {upload.problem === null ? null : <ErrorNote problem={upload.problem} />}
        {document.canCorrect ? (
          <>
            <input
              ref={picker}
              type="file"
              hidden
              aria-label="Tambah berkas"
              accept="application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png"
              onChange={pick}
            />
            <span className={css['actions']}>
              <Button
                variant="outline"
                pending={upload.pending}
                icon={<IconUpload size={18} stroke={1.8} aria-hidden="true" />}
                onClick={() => picker.current?.click()}
              >
                Tambah berkas
              </Button>
            </span>
          </>
        ) : null}
      </div>
    </Card>
  );
}

/** Where it is put away, or proposed to be: who archives it may accept that here. */
function Place({ document }: { document: ArchiveDocument }) {
  const { file } = document;
  const accept = useCommand(acceptRecord, {
    refresh: filesTouched,
    onDone: ({ file: taken }) => showToast(`Diberkaskan di ${fileTitle(taken)}`),
  });
  const press = () =>
    accept.press({ params: { recordId: document.recordId }, body: { version: document.recordVersion } });
  if (file === null)
    return (
      <Card title="Berkas arsip">
        <p>
          Menunggu diberkaskan. <Link to="/berkas/antrean">Buka antrean</Link>
        </p>
      </Card>
    );
  const link = (
    <Link to="/berkas/$id" params={{ id: file.id }}>
      {fileTitle(file)}
    </Link>
  );
  return (
    <Card title="Berkas arsip">
      {document.filing === 'filed' ? (
        <p>{link}</p>
      ) : (
        <div className={css['stack']}>
          <p>
            Diusulkan masuk {link}.{' '}
            {document.canCorrect ? (
              <>
                Bila kurang tepat, <Link to="/berkas/antrean">pilih berkas lain di antrean</Link>.
              </>
            ) : null}
          </p>
          {accept.problem === null ? null : <ErrorNote problem={accept.problem} />}
          {document.canCorrect ? (
            <span className={css['actions']}>
              <Button variant="primary" pending={accept.pending} onClick={press}>
                Terima usulan
              </Button>
            </span>
          ) : null}
        </div>
      )}
    </Card>
  );
}

function Opened({ document }: { document: ArchiveDocument }) {
  const { file } = document;
  return (
    <>
      <PageTitle
        title={document.title}
        backTo={file === null ? '/berkas/antrean' : `/berkas/${file.id}`}
        context="Dokumen arsip"
        badges={
          <>
            <Badge tone="diarsipkan">{kindWords[document.kind]}</Badge>
            <GradeBadge grade="biasa" security={document.securityClass} />
            {document.isDestroyed ? <Badge tone="segera">Dimusnahkan</Badge> : null}
          </>
        }
        meta={[document.number, formatDate(document.documentDate)].filter((part) => part !== '').join(' · ')}
        actions={
          document.isDestroyed ? undefined : (
            <>
              <ExportRecordButton kind="document" id={document.id} />
              {document.canCorrect ? (
                <ButtonLink
                  to="/berkas/dokumen/$documentId/koreksi"
                  params={{ documentId: document.id }}
                  icon={<IconEdit size={18} stroke={1.8} aria-hidden="true" />}
                >
                  Koreksi
                </ButtonLink>
              ) : null}
            </>
          )
        }
      />
      <div className={css['page']}>
        <Place document={document} />
        <Files document={document} />
        <Card title="Data dokumen" flush>
          <DataList divided>
            <DataRow label="Klasifikasi">
              {document.classificationCode === null
                ? 'Belum diisi'
                : `${document.classificationCode} ${document.classificationName ?? ''}`}
            </DataRow>
            <DataRow label="Pengirim">{document.sender === '' ? '–' : document.sender}</DataRow>
            <DataRow label="Penerima">{document.recipient === '' ? '–' : document.recipient}</DataRow>
            <DataRow label="Isi ringkas">{document.summary === '' ? '–' : document.summary}</DataRow>
            <DataRow label="Media">
              {mediaWords[document.media]}
              {document.pageCount === 0 ? '' : `, ${document.pageCount} halaman`}
            </DataRow>
            <DataRow label="Tingkat perkembangan">{copyWords[document.copyStatus]}</DataRow>
            <DataRow label="Disimpan oleh">{document.unitName}</DataRow>
            <DataRow label="Diarsipkan">
              {formatDateTime(document.createdAt)}
              {document.createdBy === null ? '' : ` oleh ${document.createdBy}`}
            </DataRow>
            {document.readers.length === 0 ? null : (
              <DataRow label="Pembaca">{document.readers.map(({ title }) => title).join(', ')}</DataRow>
            )}
          </DataList>
        </Card>
        {document.changes.length === 0 ? null : (
          <Card title="Riwayat perubahan">
            <ul className={css['files']}>
              {document.changes.map((change) => (
                <li key={change.version}>
                  <span>{change.reason}</span>
                  <span className="meta">
                    {formatDateTime(change.changedAt)}
                    {change.personName === null ? '' : ` · ${change.personName}`}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

/** A document made elsewhere: its files, its data, and the file (berkas) it belongs to. */
export function DocumentScreen() {
  const { documentId } = useParams({ from: '/meja/berkas/dokumen/$documentId' });
  const found = useOperation(getDocument, { params: { documentId } });
  if (found.data !== undefined) return <Opened document={found.data} />;
  return (
    <>
      <PageTitle title="Dokumen arsip" backTo="/berkas" context="Berkas" />
      <div className={css['page']}>
        {found.error === null ? (
          <Skeleton rows={5} height={56} />
        ) : (
          <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
        )}
      </div>
    </>
  );
}
