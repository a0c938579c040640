import type { Contents } from './found-part.ts';
import { readMime } from './read-mime.ts';

/** A message inside a message (message/rfc822). @throws Error when it has no header at all */
export async function openEmbedded(bytes: Buffer): Promise<Contents> {
  const { headers, text, parts, isComplete } = await readMime(bytes);
  if (headers.size === 0) throw new Error('no header');
  const subject = headers.get('subject');
  return { title: typeof subject === 'string' ? subject : null, text, parts, isWhole: isComplete };
}
