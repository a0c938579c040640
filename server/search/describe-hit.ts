import { retentionText } from '../filing/retention-text.ts';
import type { SearchHit } from './contract.ts';
import type { HitRow } from './hit-queries.ts';

const FINAL_ACTIONS = { destroy: 'Musnah', permanent: 'Permanen', review: 'Dinilai kembali' } as const;

/** One hit in the words of the list. */
export function describeHit(row: HitRow): SearchHit {
  const { titleMarked, headline, fileYear, fileNumber, finalAction } = row;
  const isFiled = row.fileId !== null && fileNumber !== null && fileYear !== null;
  return {
    ...shownOf(row),
    titleParts: splitHeadline(titleMarked),
    snippet: splitHeadline(headline),
    fileNumber: isFiled ? `${String(fileNumber).padStart(3, '0')}/${String(fileYear)}` : null,
    filing: row.fileId === null ? null : row.filing,
    retention: retentionOf(row),
    finalAction: finalAction === null ? null : FINAL_ACTIONS[finalAction],
  };
}

/** What goes out as it stands. */
function shownOf(row: HitRow) {
  const { id, kind, type, path, number, date, title, senderTitle, unitName, recipient, handlingGrade, securityClass } =
    row;
  const { classificationCode, classificationName, fileId, fileTitle, pageCount, sizeBytes, isSigned } = row;
  return {
    ...{ id, kind, type, path, number, date, title, senderTitle, unitName, recipient, handlingGrade, securityClass },
    ...{ classificationCode, classificationName, fileId, fileTitle, pageCount, sizeBytes, isSigned },
  };
}

function retentionOf({ lifecycle, countedFrom: year, activeYears, inactiveYears }: HitRow): string | null {
  return lifecycle === null || year === null ? null : retentionText({ lifecycle, year, activeYears, inactiveYears });
}

/** Text between U+0002 and U+0003 is a hit. */
export function splitHeadline(headline: string): SearchHit['snippet'] {
  return headline
    .split(/(\u0002[^\u0003]*\u0003)/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('\u0002') ? { text: part.slice(1, -1), isHit: true } : { text: part, isHit: false },
    );
}
