import { parseMessage } from './parse-message.ts';
import type { ParseReply, ParseRequest } from './parse-exchange.ts';

// Parses one foreign message in a process of its own, so that a crash or a bomb takes nothing else along.
// The supervisor's own listener lets go of the channel; the request may still be on its way.
process.channel?.ref();
process.once('message', (request: ParseRequest) => {
  void perform(request).finally(() => process.disconnect());
});

async function perform({ raw, opensContainers }: ParseRequest): Promise<void> {
  const { attachments, ...message } = await parseMessage(Buffer.from(raw), { opensContainers });
  for (const attachment of attachments) await send({ type: 'attachment', attachment });
  await send({ type: 'message', message });
}

function send(reply: ParseReply): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(reply, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
