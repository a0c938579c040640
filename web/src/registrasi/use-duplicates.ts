import type { Duplicate } from '../../../server/registration/contract.ts';
import { useOperation } from '../api/index.ts';
import { useSettled } from '../konsep/use-settled.ts';
import { findDuplicates } from './intake-operations.ts';
import type { RegistrationValues } from './registration-values.ts';

const quietMs = 700;
const separator = '\n';

/** Registered letters that may be this one, asked again when sender or number change. */
export function useDuplicates(intakeId: string | null, values: RegistrationValues, enabled: boolean): Duplicate[] {
  const words = [values.number, values.senderTitle, values.senderUnit].join(separator);
  const [number = '', senderTitle = '', senderUnit = ''] = useSettled(words, quietMs).split(separator);
  const hasWords = number.trim() !== '' && `${senderTitle}${senderUnit}`.trim() !== '';
  const found = useOperation(
    findDuplicates,
    { body: { intakeId, number, senderTitle, senderUnit } },
    { enabled: enabled && (intakeId !== null || hasWords), keepPrevious: true },
  );
  return found.data?.duplicates ?? [];
}
