import type { SearchHit } from '../../../server/search/contract.ts';
import css from './search-hit.module.css';

/** Text with the hits marked, as the server found them. */
export function MarkedParts({ parts }: { parts: SearchHit['snippet'] }) {
  return parts.map((part, index) =>
    part.isHit ? (
      <mark key={index} className={css['mark']}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
