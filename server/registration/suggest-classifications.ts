import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { unitsServed } from '../incoming/registry-rights.ts';
import { listCodesByHistory, listCodesByWords } from './context-queries.ts';
import type { suggestClassificationsEndpoint } from './contract.ts';
import { rankCodes } from './rank-codes.ts';

const MOST = 6;
/** Words that stand in every subject. */
const EMPTY_WORDS =
  /\b(?:yang|dan|di|ke|dari|untuk|pada|dalam|tentang|perihal|hal|surat|tahun|dengan|atas|oleh|para|serta)\b/giu;

/** Codes for a subject: by the words of their names, and by what letters of the unit with such words got. */
export function suggestClassifications(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof suggestClassificationsEndpoint>,
): Promise<OutputOf<typeof suggestClassificationsEndpoint>> {
  const subject = input.subject.replace(EMPTY_WORDS, ' ').trim();
  const { agencyId } = actor;
  const unitId = unitsServed(actor)[0] ?? actor.opdId;
  return read(deps, actor, async (tx) => {
    if (subject === '') return { classifications: [] };
    const byName = await listCodesByWords(tx, { agencyId, subject });
    const byHistory = await listCodesByHistory(tx, { agencyId, unitId, subject });
    return { classifications: rankCodes(byName, byHistory, MOST) };
  });
}
