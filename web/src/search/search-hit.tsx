import { Link } from '@tanstack/react-router';
import type { SearchHit } from '../../../server/search/contract.ts';
import { formatShortDate } from '../format/dates.ts';
import { Badge, GradeBadge, type BadgeTone } from '../kit/index.ts';
import { MarkedParts } from './marked-parts.tsx';
import css from './search-hit.module.css';

interface SearchHitProps {
  hit: SearchHit;
  selected: boolean;
  onSelect: () => void;
}

const kinds: Partial<Record<SearchHit['kind'], string>> = {
  incoming: 'Surat masuk',
  disposition: 'Disposisi',
  report: 'Laporan tindak lanjut',
  document: 'Dokumen',
};

/** What a hit is called when its own words are not to be shown. */
export const isSecret = (hit: SearchHit): boolean => hit.securityClass === 'R' || hit.securityClass === 'SR';

function retentionTone(retention: string): BadgeTone {
  if (retention.startsWith('Aktif')) return 'diarsipkan';
  return retention.startsWith('Inaktif') ? 'menunggu' : 'konsep';
}

function Snippet({ hit }: { hit: SearchHit }) {
  if (isSecret(hit))
    return <p className={css['snippet']}>Isi surat rahasia tidak ditampilkan. Setiap pembukaan dicatat.</p>;
  if (hit.snippet.every(({ text }) => text.trim() === '')) return null;
  return (
    <p className={css['snippet']}>
      … <MarkedParts parts={hit.snippet} /> …
    </p>
  );
}

export function SearchHitCard({ hit, selected, onSelect }: SearchHitProps) {
  const kind = kinds[hit.kind];
  return (
    <li className={css['hit']} data-selected={selected ? '' : undefined} onClick={onSelect} onFocus={onSelect}>
      <h2 className={css['top']}>
        <Link to={hit.path} className={css['subject']} data-hit="">
          {kind === undefined ? null : <span className="only-read">{kind}: </span>}
          <MarkedParts parts={hit.titleParts} />
        </Link>
      </h2>
      <Snippet hit={hit} />
      <div className={css['facts']}>
        {hit.number === '' ? null : <span className={css['number']}>{hit.number}</span>}
        <span>{formatShortDate(hit.date)}</span>
        <span className={css['sender']}>{hit.senderTitle === '' ? hit.unitName : hit.senderTitle}</span>
        <span className={css['badges']}>
          {kind === undefined ? null : <Badge tone={hit.kind === 'disposition' ? 'disposisi' : 'konsep'}>{kind}</Badge>}
          <GradeBadge grade={hit.handlingGrade} security={hit.securityClass} />
          {hit.retention === null ? null : <Badge tone={retentionTone(hit.retention)}>{hit.retention}</Badge>}
        </span>
      </div>
    </li>
  );
}
