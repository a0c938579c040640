import { z } from 'zod';
import { endpoint } from '../contract.ts';

export const Assumptions = z.object({
  paperRupiahPerRim: z.int().min(0).max(10_000_000),
  tonerRupiahPerPage: z.int().min(0).max(100_000),
  courierRupiahPerDelivery: z.int().min(0).max(10_000_000),
  draftReprints: z.int().min(0).max(50),
  dispositionCopies: z.int().min(0).max(50),
  kilogramsPerRim: z.number().min(0).max(20),
});
export type Assumptions = z.output<typeof Assumptions>;

/** Counted facts; the client multiplies them by assumptions, so a trial needs no request. */
export const SavingsFacts = z.object({
  letters: z.int(),
  /** Σ pages × (1 + recipients + tembusan) of letters that stayed electronic. */
  outgoingPages: z.int(),
  /** Σ pages of those letters once (× draftReprints). */
  draftPages: z.int(),
  /** Σ pages of incoming copies (× dispositionCopies). */
  incomingPages: z.int(),
  /** Recipients outside the signing unit's OPD that got no paper. */
  deliveries: z.int(),
  printedSheets: z.int(),
});
export type SavingsFacts = z.output<typeof SavingsFacts>;

export const getSavingsEndpoint = endpoint({
  method: 'get',
  path: '/reports/savings',
  tag: 'laporan',
  summary: 'Paper and money saved by unit and month (perkiraan)',
  access: 'desk',
  right: 'whole agency: regional head, secretary, admin and auditor roles; others: own OPD',
  query: z.object({ from: z.iso.date(), to: z.iso.date() }),
  response: z.object({
    scopeName: z.string(),
    unitCount: z.int(),
    totalLetters: z.int(),
    /** One row per OPD and month, with the assumptions valid in that month. */
    rows: z.array(
      z.object({
        unitId: z.uuid(),
        unitName: z.string(),
        month: z.string().regex(/^\d{4}-\d{2}$/u),
        facts: SavingsFacts,
        assumptions: Assumptions,
      }),
    ),
    current: Assumptions,
    canEdit: z.boolean(),
  }),
  errors: ['invalid_input'],
});

export const setAssumptionsEndpoint = endpoint({
  method: 'put',
  path: '/reports/savings/assumptions',
  tag: 'laporan',
  summary: 'Save assumptions for all reports from a date on',
  access: 'desk',
  right: 'admin role of the agency, or the regional secretary',
  body: Assumptions.extend({ validFrom: z.iso.date() }),
  response: z.object({ validFrom: z.iso.date() }),
  errors: ['forbidden', 'invalid_input', 'desk_read_only'],
});

export const getSavingsCsvEndpoint = endpoint({
  method: 'get',
  path: '/reports/savings.csv',
  tag: 'laporan',
  summary: 'The letters behind the figures, as CSV',
  access: 'desk',
  right: 'as the report',
  query: z.object({ from: z.iso.date(), to: z.iso.date() }),
  response: z.unknown(),
  reply: 'file',
  errors: ['invalid_input'],
});
