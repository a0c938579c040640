import type { Box, Proposals } from '../../../server/intake/contract.ts';
import { fieldLabels, markReading, type ReadingMark } from './mark-reading.ts';
import type { ReadField, RegistrationEdits, RegistrationValues } from './registration-values.ts';

/** Where one value stands on the pages. */
export interface ScanBox {
  field: ReadField;
  page: number;
  box: Box;
  label: string;
  tone: ReadingMark['tone'];
}

/** The places of everything that was read; a value that a person wrote anew keeps its place, without a percentage. */
export function scanBoxes(
  proposals: Proposals,
  values: RegistrationValues,
  edits: Pick<RegistrationEdits, 'checked'>,
): ScanBox[] {
  return (Object.keys(fieldLabels) as ReadField[]).flatMap((field) => {
    const proposal = proposals[field];
    if (proposal === undefined) return [];
    const mark = markReading(field, proposals, values, edits);
    const tone = mark?.tone ?? 'checked';
    const percent = mark === undefined || tone === 'checked' ? '' : ` · ${mark.percent}%`;
    return [{ field, page: proposal.page, box: proposal.box, label: `${fieldLabels[field]}${percent}`, tone }];
  });
}
