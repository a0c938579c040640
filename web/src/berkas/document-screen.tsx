import { IconEdit, IconFlame } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { ArchiveDocument } from '../../../server/filing/contract.ts';
import { useOperation } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { Badge, BadgeRow, ButtonLink, Card, ErrorNote, Notice, Skeleton } from '../kit/index.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { getDocument } from './berkas-operations.ts';
import { classWords, copyWords, fileTitle, kindWords, mediaWords } from './berkas-words.ts';
import css from './berkas.module.css';
import { DocumentFiles } from './document-files.tsx';
import { DocumentHistory } from './document-history.tsx';
import { isSecret } from './document-values.ts';

function Badges({ document }: { document: ArchiveDocument }) {
  const isFiled = document.filing === 'filed' && document.file !== null;
  return (
    <BadgeRow>
      {document.isDestroyed ? <Badge tone="segera">Dimusnahkan</Badge> : null}
      <Badge tone="konsep">{kindWords[document.kind]}</Badge>
      {document.securityClass === 'B' ? null : (
        <Badge tone={isSecret(document) ? 'rahasia' : 'konsep'}>{classWords[document.securityClass]}</Badge>
      )}
      {isFiled ? <Badge tone="diarsipkan">Diberkaskan</Badge> : <Badge tone="menunggu">Belum diberkaskan</Badge>}
    </BadgeRow>
  );
}

function FileLink({ document: { file, filing, canCorrect } }: { document: ArchiveDocument }) {
  const link =
    file === null ? null : (
      <Link to="/berkas/$id" params={{ id: file.id }}>
        {fileTitle(file)}
      </Link>
    );
  if (filing === 'filed' && link !== null) return link;
  return (
    <>
      Belum diberkaskan
      {link === null ? null : <>, usulan: {link}</>}
      {canCorrect ? (
        <>
          {' · '}
          <Link to="/berkas/antrean">Buka antrean</Link>
        </>
      ) : null}
    </>
  );
}

function classificationOf({ classificationCode: code, classificationName: name }: ArchiveDocument): string {
  return code === null ? 'Belum ditentukan' : [code, name ?? ''].join(' ').trim();
}

/** Left out where nothing was written. */
function factsOf(document: ArchiveDocument): [string, ReactNode][] {
  const facts: [string, ReactNode][] = [
    ['Berkas', <FileLink key="file" document={document} />],
    ['Nomor', document.number],
    ['Tanggal', formatDate(document.documentDate)],
    ['Pengirim', document.sender],
    ['Tujuan', document.recipient],
    ['Ringkasan', document.summary],
    ['Klasifikasi', classificationOf(document)],
    ['Keamanan', classWords[document.securityClass]],
    ['Boleh dibaca', document.readers.map(({ title }) => title).join(', ')],
    ['Media', mediaWords[document.media]],
    ['Tingkat perkembangan', copyWords[document.copyStatus]],
    ['Jumlah halaman', document.pageCount === 0 ? '' : formatCount(document.pageCount)],
    ['Unit', document.unitName],
  ];
  return facts.filter(([, value]) => value !== '');
}

function Body({ document }: { document: ArchiveDocument }) {
  return (
    <>
      {document.isDestroyed ? (
        <Notice tone="segera" icon={<IconFlame size={20} stroke={1.8} aria-hidden="true" />}>
          <strong>Dokumen ini sudah dimusnahkan.</strong> Berkas digitalnya dihapus; hanya datanya yang tersisa sebagai
          bukti.
        </Notice>
      ) : null}
      <Card title="Data dokumen">
        <dl className={css['facts']}>
          {factsOf(document).map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </Card>
      {document.isDestroyed ? null : <DocumentFiles document={document} />}
      <DocumentHistory document={document} />
    </>
  );
}

function Correct({ document }: { document: ArchiveDocument }) {
  return (
    <ButtonLink
      to="/berkas/dokumen/$documentId/koreksi"
      params={{ documentId: document.id }}
      icon={<IconEdit size={18} stroke={1.8} aria-hidden="true" />}
    >
      Koreksi
    </ButtonLink>
  );
}

/** A document made elsewhere: its data, files and what was changed. */
export function DocumentScreen() {
  const { documentId } = useParams({ from: '/meja/berkas/dokumen/$documentId' });
  const found = useOperation(getDocument, { params: { documentId } });
  const document = found.data;
  return (
    <>
      <PageTitle
        title={document?.title ?? 'Dokumen arsip'}
        backTo="/berkas"
        backInHistory
        context="Dokumen arsip"
        badges={document === undefined ? undefined : <Badges document={document} />}
        meta={document === undefined ? undefined : `${formatDate(document.documentDate)} · ${document.unitName}`}
        actions={document?.canCorrect === true ? <Correct document={document} /> : undefined}
      />
      <div className={css['page']}>
        {found.error === null ? null : <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending ? <Skeleton rows={6} height={56} /> : null}
        {document === undefined ? null : <Body key={document.id} document={document} />}
      </div>
    </>
  );
}
