import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { SearchHit } from '../../../server/search/contract.ts';
import { formatShortDate } from '../format/dates.ts';
import { Badge, GradeBadge, type BadgeTone } from '../kit/index.ts';
import { Mark, MarkedWords } from './marked-words.tsx';
import css from './search-hit.module.css';

interface SearchHitProps {
  hit: SearchHit;
  query: string;
  selected: boolean;
  onSelect: () => void;
}

/** R and SR that this desk is not named on: listed, with nothing to read. */
export function isMasked(hit: SearchHit): boolean {
  return (hit.securityClass === 'R' || hit.securityClass === 'SR') && hit.subject === 'Rahasia';
}

function retentionTone(retention: string): BadgeTone {
  if (retention.startsWith('Aktif')) return 'diarsipkan';
  return retention.startsWith('Inaktif') ? 'menunggu' : 'konsep';
}

function Subject({ hit, query }: Pick<SearchHitProps, 'hit' | 'query'>) {
  if (isMasked(hit))
    return (
      <span className={css['masked']}>
        <IconLock size={16} stroke={2} aria-hidden="true" />
        Surat rahasia
      </span>
    );
  return (
    <Link to="/surat/$id" params={{ id: hit.letterId }} className={css['subject']} data-hit="">
      <MarkedWords text={hit.subject} query={query} />
    </Link>
  );
}

function Snippet({ hit }: { hit: SearchHit }) {
  if (isMasked(hit))
    return <p className={css['snippet']}>Hal dan isinya hanya tampil bagi jabatan yang disebut pada surat ini.</p>;
  if (hit.snippet.length === 0) return null;
  return (
    <p className={css['snippet']}>
      … {hit.snippet.map((part, index) => (part.isHit ? <Mark key={index} text={part.text} /> : part.text))} …
    </p>
  );
}

export function SearchHitCard({ hit, query, selected, onSelect }: SearchHitProps) {
  return (
    <li className={css['hit']} data-selected={selected ? '' : undefined} onClick={onSelect} onFocus={onSelect}>
      <h2 className={css['top']}>
        <Subject hit={hit} query={query} />
      </h2>
      <Snippet hit={hit} />
      <div className={css['facts']}>
        <span className={css['number']}>{hit.number}</span>
        <span>{formatShortDate(hit.letterDate)}</span>
        <span>{hit.senderTitle}</span>
        <span className={css['badges']}>
          <GradeBadge grade={hit.handlingGrade} security={hit.securityClass} />
          {hit.retention === null ? null : <Badge tone={retentionTone(hit.retention)}>{hit.retention}</Badge>}
        </span>
      </div>
      <div className={css['filing']}>
        {hit.classificationCode} {hit.classificationName}
        {hit.fileTitle === null ? null : (
          <>
            {' · Berkas '}
            {hit.fileTitle}
            {hit.filing === 'proposed' ? ' (usulan)' : ''}
          </>
        )}
      </div>
    </li>
  );
}
