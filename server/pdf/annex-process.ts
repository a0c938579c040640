import sharp from 'sharp';
import { AnnexError } from './annex-error.ts';
import type { AnnexReply, AnnexRequest } from './annex-messages.ts';
import { countAnnexPages, drawAnnex } from './draw-annex.ts';

// Reads one foreign file in a process of its own, so that a crash or a bomb takes nothing else along.
sharp.concurrency(1);
sharp.cache(false);

// The supervisor's own listener lets go of the channel; the request may still be on its way.
process.channel?.ref();
process.once('message', (request: AnnexRequest) => {
  void perform(request)
    .catch((error: unknown) => send({ type: 'refused', code: error instanceof AnnexError ? error.code : 'damaged' }))
    .then(() => process.disconnect());
});

async function perform({ task, kind, bytes }: AnnexRequest): Promise<void> {
  if (task === 'count') {
    await send({ type: 'done', pageCount: await countAnnexPages(kind, bytes) });
    return;
  }
  let pageCount = 0;
  for await (const page of drawAnnex(kind, bytes)) {
    await send({ type: 'page', page });
    pageCount += 1;
  }
  await send({ type: 'done', pageCount });
}

function send(reply: AnnexReply): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(reply, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
