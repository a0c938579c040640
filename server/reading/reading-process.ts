import { setPriority } from 'node:os';
import sharp from 'sharp';
import { FileReader } from './file-reader.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';

// Reads foreign files in a process of its own, so that a crash or a bomb takes nothing else along.
sharp.concurrency(1);
sharp.cache(false);
yieldToOthers();

let reader: FileReader | undefined;

process.on('disconnect', () => process.exit());
process.on('message', (request: ReadingRequest) => {
  void perform(request).catch(() => process.exit(1));
});

async function perform(request: ReadingRequest): Promise<void> {
  if (request.type === 'start') reader = new FileReader(request.engine, request.limits, send);
  if (request.type === 'file') await reader?.read(request.file, request.fileIndex);
  if (request.type === 'finish') await reader?.finish();
}

/** The API and the database come first. */
function yieldToOthers(): void {
  try {
    setPriority(5);
  } catch {
    // A system that forbids it reads at the common priority.
  }
}

function send(reply: ReadingReply): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(reply, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
