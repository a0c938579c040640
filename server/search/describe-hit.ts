import type { SearchHit } from './contract.ts';
import type { HitRow } from './queries.ts';
import { retentionText } from '../filing/retention-text.ts';

const MASK = 'Rahasia';

/** R and SR show their subject only to a desk that is named on the letter. */
export function describeHit(row: HitRow): SearchHit {
  const isMasked = !row.isReadable;
  return {
    letterId: row.letterId,
    type: row.type,
    number: row.number,
    letterDate: row.letterDate,
    subject: isMasked ? MASK : row.subject,
    senderTitle: row.senderTitle,
    unitName: row.unitName,
    recipient: isMasked ? '' : row.recipient,
    handlingGrade: row.handlingGrade,
    securityClass: row.securityClass,
    classificationCode: row.classificationCode,
    classificationName: row.classificationName,
    fileTitle: row.fileTitle,
    filing: row.filing,
    retention:
      row.lifecycle === null || row.fileYear === null
        ? null
        : retentionText({
            lifecycle: row.lifecycle,
            year: row.fileYear,
            activeYears: row.activeYears,
            inactiveYears: row.inactiveYears,
          }),
    snippet: isMasked ? [] : splitHeadline(row.headline),
  };
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
