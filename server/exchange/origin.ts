import type { Deps } from '../deps.ts';
import type { RecordFacts } from './record-metadata.ts';

/** Which instance and agency a record comes from. */
export function originOf(
  deps: Pick<Deps, 'config'>,
  agencyId: string,
  agency: { name: string },
): RecordFacts['origin'] {
  return { instance: deps.config.publicUrl, agencyId, agencyName: agency.name };
}
