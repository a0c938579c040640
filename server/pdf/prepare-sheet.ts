import { bindWords } from './bind-words.ts';
import { formatDate, formatPendingDate } from './format-date.ts';
import type { LetterSheet } from './letter-sheet.ts';
import { planBody } from './plan-body.ts';
import { planRecipients } from './plan-recipients.ts';
import { planName, planOffice } from './plan-signature.ts';
import { qrSvg } from './qr-svg.ts';

/** The JSON text that a template reads from `sys.inputs`: the sheet and everything derived from it. */
export function prepareSheet(sheet: LetterSheet): string {
  return JSON.stringify({
    ...sheet,
    subject: bindWords(sheet.subject),
    dateText: sheet.date === null ? formatPendingDate(sheet.expectedMonth) : formatDate(sheet.date),
    recipientPlan: planRecipients(sheet),
    officeRows: planOffice(sheet),
    signatoryName: planName(sheet.signatory.name),
    bodyPlan: planBody(sheet.body),
    carbonCopyLines: punctuate(sheet.carbonCopies),
    qrSvg: sheet.verification === null ? null : qrSvg(sheet.verification.url),
  });
}

/** "a; b; dan c." as the forms end their tembusan; an entry that already ends in a mark is left alone. */
function punctuate(entries: readonly string[]): string[] {
  if (entries.length < 2) return [...entries];
  return entries.map((entry, index) => {
    if (/[;.,]\s*(dan)?$/u.test(entry)) return entry;
    if (index === entries.length - 1) return `${entry}.`;
    return index === entries.length - 2 ? `${entry}; dan` : `${entry};`;
  });
}
