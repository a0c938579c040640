import type { FormLetterhead, PrintMark } from './form-parts.ts';

/** What is read from a box on its rack. */
export interface BoxLabel {
  readonly code: string;
  readonly unitName: string;
  readonly room: string;
  readonly rack: string;
  readonly fileCount: number;
  /** Classification codes of the files in it. */
  readonly codes: readonly string[];
  /** `014/2026`; null in an empty box. */
  readonly firstNumber: string | null;
  readonly lastNumber: string | null;
  /** Kurun waktu, `YYYY-MM-DD`. */
  readonly period: { readonly from: string | null; readonly to: string | null };
  /** Content of the QR code. */
  readonly url: string;
}

/** Sheets of labels for storage boxes, eight to a page. */
export interface BoxLabels extends PrintMark {
  readonly letterhead: FormLetterhead;
  readonly labels: readonly BoxLabel[];
}
