import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { previewLetterEndpoint } from './contract.ts';
import { sheetFrom } from './letter-sheet-of.ts';
import { loadReadable } from './load-letter.ts';
import { listAnnexes } from './part-queries.ts';
import { readBody } from './write-content.ts';

/** Typesets unsaved content as it would print; pages whose digest the client knows need not be shown again. */
export async function previewLetter(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof previewLetterEndpoint>,
): Promise<OutputOf<typeof previewLetterEndpoint>> {
  const body = readBody(input.content.body);
  const sheet = await read(deps, actor, async (tx) => {
    const { letter } = await loadReadable(tx, actor, input.letterId);
    const annexes = await listAnnexes(tx, { agencyId: actor.agencyId, letterId: letter.id });
    const source = {
      agencyId: actor.agencyId,
      content: { ...input.content, body },
      unitId: letter.unitId,
      annexCount: annexes.length,
    };
    return sheetFrom(tx, deps, source, { stage: 'draft' });
  });
  const { pages, pageCount } = await deps.pdf.preview(sheet);
  return {
    pageCount,
    pages: pages.map((page) => ({
      digest: page.digest,
      mediaType: page.mediaType,
      base64: Buffer.from(page.image).toString('base64'),
      width: page.widthPx,
      height: page.heightPx,
    })),
  };
}
