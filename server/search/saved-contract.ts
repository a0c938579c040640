import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { EntryType, Retention } from './contract.ts';
import { HandlingGrade, SecurityClass } from '../letters/contract.ts';

const several = <T extends z.ZodType>(value: T) => z.array(value).max(40).default([]);

/** The words and filters of a search, as they are kept. */
export const SavedWanted = z.object({
  q: z.string().trim().max(200).default(''),
  year: several(z.string().regex(/^(?:19|20|21)\d\d$/u)),
  classification: several(z.string().max(30)),
  unit: several(z.uuid()),
  type: several(EntryType),
  grade: several(HandlingGrade),
  security: several(SecurityClass),
  retention: several(Retention),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

export type SavedWanted = z.output<typeof SavedWanted>;

const name = z.string().trim().min(1, 'Beri nama pencarian ini.').max(80);

export const SavedSearch = z.object({
  id: z.uuid(),
  name: z.string(),
  wanted: SavedWanted,
  hasAlert: z.boolean(),
  version: z.int(),
  /** Found since this person last looked; capped like every count. */
  fresh: z.object({ count: z.int(), isCapped: z.boolean() }),
});
export type SavedSearch = z.output<typeof SavedSearch>;

const shared = { tag: 'arsip', access: 'desk', right: 'own searches at this desk' } as const;
const params = z.object({ savedId: z.uuid() });

export const listSavedEndpoint = endpoint({
  ...shared,
  method: 'get',
  path: '/saved-searches',
  summary: 'Searches this person keeps at this desk, with how much is new',
  response: z.object({ items: z.array(SavedSearch) }),
  errors: ['unavailable'],
});

export const saveSearchEndpoint = endpoint({
  ...shared,
  method: 'post',
  path: '/saved-searches',
  status: 201,
  summary: 'Keep a search under a name',
  body: z.object({ name, wanted: SavedWanted, hasAlert: z.boolean().default(false) }),
  response: SavedSearch,
  errors: ['invalid_input'],
});

export const changeSavedEndpoint = endpoint({
  ...shared,
  method: 'put',
  path: '/saved-searches/:savedId',
  summary: 'Rename a kept search, or turn its notices on or off',
  params,
  body: z.object({ version: z.int(), name, hasAlert: z.boolean() }),
  response: SavedSearch,
  errors: ['not_found', 'invalid_input', 'stale_version'],
});

export const removeSavedEndpoint = endpoint({
  ...shared,
  method: 'delete',
  path: '/saved-searches/:savedId',
  summary: 'Forget a kept search',
  params,
  response: z.object({ removed: z.literal(true) }),
  errors: ['not_found'],
});

export const seeSavedEndpoint = endpoint({
  ...shared,
  method: 'post',
  path: '/saved-searches/:savedId/seen',
  summary: 'What it finds now counts as seen',
  params,
  response: SavedSearch,
  errors: ['not_found'],
});
