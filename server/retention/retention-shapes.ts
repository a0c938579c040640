import { z } from 'zod';
import { SecurityClass } from '../letters/contract.ts';

export const FinalAction = z.enum(['destroy', 'permanent', 'review']);

/** How long files of a code are kept: active years, then inactive years, from closing or from the event named. */
export const RetentionRule = z.object({
  activeYears: z.int().min(0).max(100),
  inactiveYears: z.int().min(0).max(100),
  /** "setelah pemeriksaan"; empty: since the file was closed. */
  triggerEvent: z.string().trim().max(200),
  finalAction: FinalAction,
  /** "kecuali barang tidak bergerak", or empty. */
  exceptionNote: z.string().trim().max(500),
});
export type RetentionRule = z.output<typeof RetentionRule>;

/** What holds for a code; without a rule of its own, that of the nearest code above counts. */
export const CodeFacts = z.object({
  name: z.string().trim().min(1).max(300),
  parentCode: z.string().nullable(),
  rule: RetentionRule.nullable(),
  securityClass: SecurityClass,
  /** Who may see files of this code, in words. */
  accessNote: z.string().trim().max(300),
});
export type CodeFacts = z.output<typeof CodeFacts>;

export const EditionKind = z.enum(['starter', 'import', 'manual']);
/** `draft`: files are in, nothing decided; `scheduled`: decided for a day to come. */
export const EditionStatus = z.enum(['draft', 'scheduled', 'applied', 'discarded']);

/** One CSV of an import: the classification, or the retention schedule (JRA). */
export const ImportSlot = z.enum(['scheme', 'schedule']);
export type ImportSlot = z.output<typeof ImportSlot>;

export const REPORT_GROUPS = ['added', 'renamed', 'moved', 'retention', 'security', 'retired', 'refused'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** A row that is left out, with what to do about it. */
export const RefusedRow = z.object({
  slot: ImportSlot,
  line: z.int(),
  /** Heading of the column. */
  column: z.string(),
  code: z.string(),
  problem: z.string(),
  advice: z.string(),
});
export type RefusedRow = z.output<typeof RefusedRow>;
