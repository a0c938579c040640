import type { DraftContent } from './draft-content.ts';

/** What every field of a draft gets. */
export interface FieldProps {
  content: DraftContent;
  change: (fields: Partial<DraftContent>) => void;
  /** The sentence of the last refusal for a field, by the start of its path ("to", "subject"). */
  errorOf: (path: string) => string | undefined;
  /** A reviewer corrects words and addressees only. */
  isCorrection: boolean;
}
