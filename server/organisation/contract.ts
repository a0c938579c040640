import { z } from 'zod';
import { endpoint } from '../contract.ts';

/** A desk as other people see it: the position, its unit, and who sits there today. */
export const Desk = z.object({
  positionId: z.uuid(),
  title: z.string(),
  shortTitle: z.string(),
  unitName: z.string(),
  holderName: z.string().nullable(),
  /** Today's holder acts for an absent or missing official. */
  actingKind: z.enum(['plt', 'plh']).nullable(),
});
export type Desk = z.output<typeof Desk>;

export const Classification = z.object({ code: z.string(), name: z.string(), parentName: z.string().nullable() });
export type Classification = z.output<typeof Classification>;

const SearchText = z.string().trim().max(100).default('');

export const searchDesksEndpoint = endpoint({
  method: 'get',
  path: '/desks',
  tag: 'organisasi',
  summary: 'Find desks by title, unit or holder',
  access: 'desk',
  right: 'any desk of the agency',
  query: z.object({ q: SearchText, limit: z.coerce.number().int().min(1).max(50).default(12) }),
  response: z.object({ desks: z.array(Desk) }),
  errors: [],
});

export const searchClassificationsEndpoint = endpoint({
  method: 'get',
  path: '/classifications',
  tag: 'organisasi',
  summary: 'Find classification codes by code or words',
  access: 'desk',
  right: 'any desk of the agency',
  query: z.object({ q: SearchText, limit: z.coerce.number().int().min(1).max(50).default(8) }),
  response: z.object({ classifications: z.array(Classification) }),
  errors: [],
});

export const listSignatoriesEndpoint = endpoint({
  method: 'get',
  path: '/signatories',
  tag: 'organisasi',
  summary: 'Officials above this desk who may sign its letters, nearest first',
  access: 'desk',
  right: 'any desk of the agency',
  response: z.object({ signatories: z.array(Desk) }),
  errors: [],
});

export const proposeCircuitEndpoint = endpoint({
  method: 'get',
  path: '/circuit-proposal',
  tag: 'organisasi',
  summary: 'Desks between this desk and a signatory that should initial, in order',
  access: 'desk',
  right: 'any desk of the agency',
  query: z.object({ signatoryPositionId: z.uuid() }),
  response: z.object({
    steps: z.array(z.object({ stage: z.int(), kind: z.enum(['hierarchical', 'coordination']), desk: Desk })),
  }),
  errors: ['not_found'],
});
