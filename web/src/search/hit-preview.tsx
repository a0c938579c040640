import { IconDownload, IconLock } from '@tabler/icons-react';
import type { getLetterPageEndpoint, getLetterPdfEndpoint } from '../../../server/letters/contract.ts';
import type { SearchHit } from '../../../server/search/contract.ts';
import { fileAddress } from '../api/index.ts';
import { formatDate } from '../format/dates.ts';
import { ButtonLink, DataList, DataRow, DownloadButton } from '../kit/index.ts';
import css from './hit-preview.module.css';
import { isMasked } from './search-hit.tsx';

const isSecret = (hit: SearchHit) => hit.securityClass === 'R' || hit.securityClass === 'SR';

/** Reading a secret letter is an event of its own, so its page is not fetched in passing. */
function FirstPage({ hit }: { hit: SearchHit }) {
  if (isSecret(hit))
    return (
      <p className={css['closed']}>
        <IconLock size={24} stroke={1.8} aria-hidden="true" />
        {isMasked(hit)
          ? 'Jabatan Anda tidak disebut pada surat ini, jadi isinya tidak dapat dibuka.'
          : 'Surat rahasia tidak ditampilkan sebagai pratinjau. Setiap pembukaan dicatat.'}
      </p>
    );
  return (
    <img
      key={hit.letterId}
      className={css['page']}
      src={fileAddress<typeof getLetterPageEndpoint>('/letters/:letterId/pages/:page', {
        params: { letterId: hit.letterId, page: 1 },
        query: { width: 720 },
      })}
      alt={`Halaman pertama surat ${hit.number}`}
      decoding="async"
    />
  );
}

/** The hit that is chosen in the list: its first page and where it is kept. */
export function HitPreview({ hit }: { hit: SearchHit }) {
  return (
    <aside className={css['preview']} aria-label="Pratinjau surat">
      <div className={css['paper']}>
        <FirstPage hit={hit} />
      </div>
      <div className={css['facts']}>
        <DataList>
          <DataRow label="Nomor">{hit.number}</DataRow>
          <DataRow label="Tanggal">{formatDate(hit.letterDate)}</DataRow>
          <DataRow label="Dari">{hit.senderTitle}</DataRow>
          {hit.recipient === '' ? null : <DataRow label="Kepada">{hit.recipient}</DataRow>}
          <DataRow label="Klasifikasi">
            {hit.classificationCode} {hit.classificationName}
          </DataRow>
          {hit.fileTitle === null ? null : (
            <DataRow
              label="Berkas"
              note={hit.filing === 'proposed' ? 'Usulan, menunggu penegasan arsiparis' : undefined}
            >
              {hit.fileTitle}
            </DataRow>
          )}
          {hit.retention === null ? null : <DataRow label="Retensi">{hit.retention}</DataRow>}
        </DataList>
      </div>
      {isMasked(hit) ? null : (
        <div className={css['actions']}>
          <ButtonLink to="/surat/$id" params={{ id: hit.letterId }} variant="primary" hint="Enter">
            Buka surat
          </ButtonLink>
          <DownloadButton
            href={fileAddress<typeof getLetterPdfEndpoint>('/letters/:letterId/pdf', {
              params: { letterId: hit.letterId },
            })}
            icon={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
          >
            Unduh
          </DownloadButton>
        </div>
      )}
    </aside>
  );
}
