import { z } from 'zod';
import type { FormLetterhead } from '../forms/form-parts.ts';

export interface ListColumn {
  heading: string;
  /** Millimetres; 0 takes what is left. */
  width: number;
  align: 'left' | 'center';
}

export interface ListTable {
  title: string;
  columns: readonly ListColumn[];
  rows: readonly { isHeld: boolean; cells: readonly string[] }[];
  totalLine: string;
}

export type PaperPart =
  | { kind: 'paragraph'; text: string; isPlain?: boolean }
  | { kind: 'numbered'; items: readonly string[] }
  | { kind: 'ticks'; items: readonly { label: string; isOn: boolean }[] };

/** One signature block; `lines` stand above the box. */
export interface PaperBlock {
  ordinal: number;
  lines: readonly string[];
  name: string;
  rank: string | null;
  nip: string | null;
  isRegionalHead: boolean;
}

/** Everything a template of an official archive paper can see; frozen when the paper takes its number. */
export interface PaperSheet {
  template: 'archive-list' | 'archive-paper';
  letterhead: FormLetterhead;
  title: string;
  /** Under the title, e.g. `TENTANG …`; empty leaves it out. */
  subject: string;
  numberLine: string;
  facts: readonly (readonly [string, string])[];
  parts: readonly PaperPart[];
  /** Above the last block, e.g. `Pontianak, 12 Oktober 2026`; empty leaves it out. */
  placeAndDate: string;
  table: ListTable | null;
  /** In the order in which they stand on the page, two in a row. */
  blocks: readonly PaperBlock[];
  verificationUrl: string;
  footer: { sentence: string; isDemo: boolean };
}

/** What the worker must be able to trust of a stored sheet. */
export const StoredSheet = z.custom<PaperSheet>(
  (value) => typeof value === 'object' && value !== null && 'template' in value && 'blocks' in value,
);
