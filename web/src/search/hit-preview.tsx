import { IconDownload, IconFileText, IconLock, IconShieldCheck, IconSitemap } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { getIncomingPageEndpoint } from '../../../server/incoming/contract.ts';
import type { getLetterPageEndpoint, getLetterPdfEndpoint } from '../../../server/letters/contract.ts';
import type { SearchHit } from '../../../server/search/contract.ts';
import { fileAddress, useOperation } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { formatSize } from '../format/numbers.ts';
import { Badge, BadgeRow, ButtonLink, DataList, DataRow, DownloadButton } from '../kit/index.ts';
import css from './hit-preview.module.css';
import { isSecret } from './search-hit.tsx';
import { findSimilar } from './search-operations.ts';

const width = 720;

/** Address of the first page's picture, where the entry has pages that may be shown in passing. */
function firstPage(hit: SearchHit): string | undefined {
  if (hit.pageCount === 0) return undefined;
  if (hit.kind === 'letter')
    return fileAddress<typeof getLetterPageEndpoint>('/letters/:letterId/pages/:page', {
      params: { letterId: hit.id, page: 1 },
      query: { width },
    });
  if (hit.kind === 'incoming')
    return fileAddress<typeof getIncomingPageEndpoint>('/incoming/:incomingId/pages/:page', {
      params: { incomingId: hit.id, page: 1 },
      query: { width },
    });
  return undefined;
}

/** Reading a secret or limited entry is an event of its own, so its page is not fetched in passing. */
function Paper({ hit }: { hit: SearchHit }) {
  const source = hit.securityClass === 'B' ? firstPage(hit) : undefined;
  if (source !== undefined)
    return (
      <img key={hit.id} className={css['page']} src={source} alt={`Halaman pertama ${hit.number}`} decoding="async" />
    );
  const isClosed = hit.securityClass !== 'B';
  const Icon = isClosed ? IconLock : hit.kind === 'disposition' || hit.kind === 'report' ? IconSitemap : IconFileText;
  const words = isClosed
    ? 'Tidak ditampilkan sebagai pratinjau. Setiap pembukaan dicatat.'
    : hit.kind === 'disposition' || hit.kind === 'report'
      ? 'Bagian dari rantai disposisi. Buka untuk melihat suratnya.'
      : 'Belum ada gambar halaman.';
  return (
    <p className={css['closed']}>
      <Icon size={24} stroke={1.8} aria-hidden="true" />
      {words}
    </p>
  );
}

const classes = { B: 'Terbuka', T: 'Terbatas', R: 'Rahasia', SR: 'Sangat rahasia' } as const;

function sizeWords({ pageCount, sizeBytes }: SearchHit): string {
  const size = sizeBytes === 0 ? '' : formatSize(sizeBytes);
  return [pageCount === 0 ? '' : `${pageCount} halaman`, size].filter((part) => part !== '').join(' · ');
}

function Similar({ hit }: { hit: SearchHit }) {
  const found = useOperation(
    findSimilar,
    { params: { entryId: hit.id }, query: { limit: '3' } },
    { staleTimeMs: 60_000 },
  );
  const hits = found.data?.hits ?? [];
  if (hits.length === 0) return null;
  return (
    <section className={css['similar']} aria-label="Surat serupa">
      <h3>Surat serupa</h3>
      <ul>
        {hits.map((similar) => (
          <li key={similar.id}>
            <Link to={similar.path}>{similar.title === '' ? similar.number : similar.title}</Link>
            <span>{formatDate(similar.date)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const openWords: Record<SearchHit['kind'], string> = {
  letter: 'Buka surat',
  incoming: 'Buka surat',
  disposition: 'Buka disposisi',
  report: 'Buka disposisi',
  document: 'Buka dokumen',
};

const filePath = (fileId: string): string => `/berkas/${fileId}`;

function File({ hit }: { hit: SearchHit }) {
  if (hit.fileId === null) return null;
  return (
    <DataRow label="Berkas" note={hit.filing === 'proposed' ? 'Usulan, belum ditegaskan' : undefined}>
      <Link to={filePath(hit.fileId)} className={css['link']}>
        {hit.fileNumber} {hit.fileTitle}
      </Link>
      <Link to="/arsip" search={{ berkas: hit.fileId }} className={css['within']}>
        Cari di berkas ini
      </Link>
    </DataRow>
  );
}

/** The hit that is chosen in the list: its first page, where it is kept, and what is like it. */
export function HitPreview({ hit }: { hit: SearchHit }) {
  const size = sizeWords(hit);
  return (
    <aside className={css['preview']} aria-label="Pratinjau">
      <div className={css['paper']} tabIndex={0} role="group" aria-label="Halaman pertama">
        <Paper hit={hit} />
      </div>
      <div className={css['facts']}>
        <div className={css['badges']}>
          <BadgeRow>
            {hit.isSigned ? (
              <Badge tone="selesai" icon={<IconShieldCheck size={14} stroke={2} aria-hidden="true" />}>
                Tanda tangan sah
              </Badge>
            ) : null}
            <Badge tone={isSecret(hit) ? 'rahasia' : 'konsep'}>{classes[hit.securityClass]}</Badge>
          </BadgeRow>
          {size === '' ? null : <span className={css['size']}>{size}</span>}
        </div>
        <DataList>
          {hit.senderTitle === '' ? null : <DataRow label="Dari">{hit.senderTitle}</DataRow>}
          {hit.recipient === '' ? null : <DataRow label="Kepada">{hit.recipient}</DataRow>}
          <DataRow label="Klasifikasi">
            {hit.classificationCode === '' ? 'Belum ada' : `${hit.classificationCode} ${hit.classificationName}`}
          </DataRow>
          <File hit={hit} />
          {hit.retention === null ? null : <DataRow label="Retensi">{hit.retention}</DataRow>}
          {hit.finalAction === null ? null : <DataRow label="Nasib akhir">{hit.finalAction}</DataRow>}
        </DataList>
        {isSecret(hit) ? null : <Similar hit={hit} />}
      </div>
      <div className={css['actions']}>
        <ButtonLink to={hit.path} variant="primary" hint="Enter">
          {openWords[hit.kind]}
        </ButtonLink>
        {hit.kind === 'letter' ? (
          <DownloadButton
            href={fileAddress<typeof getLetterPdfEndpoint>('/letters/:letterId/pdf', { params: { letterId: hit.id } })}
            icon={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
          >
            Unduh
          </DownloadButton>
        ) : null}
      </div>
    </aside>
  );
}
