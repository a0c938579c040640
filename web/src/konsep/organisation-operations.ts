import type * as organisation from '../../../server/organisation/contract.ts';
import { operation } from '../api/index.ts';

export const searchDesks = operation<typeof organisation.searchDesksEndpoint>('get', '/desks');
export const searchClassifications = operation<typeof organisation.searchClassificationsEndpoint>(
  'get',
  '/classifications',
);
export const listSignatories = operation<typeof organisation.listSignatoriesEndpoint>('get', '/signatories');
export const proposeCircuit = operation<typeof organisation.proposeCircuitEndpoint>('get', '/circuit-proposal');
