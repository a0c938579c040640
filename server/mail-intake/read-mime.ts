import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { MailParser, type AttachmentStream, type Headers, type MessageText } from 'mailparser';
import type { FoundPart } from './found-part.ts';

export interface MimeMessage {
  /** Decoded (RFC 2047, RFC 2231), keyed by lower-case name; empty when not even the header could be read. */
  readonly headers: Headers;
  /** As it stands in the message: mailparser takes the present for an unreadable date. */
  readonly dateLine: string | undefined;
  readonly text: string;
  readonly parts: FoundPart[];
  readonly isComplete: boolean;
  readonly isTextReadable: boolean;
}

const OPTIONS = {
  skipTextToHtml: true,
  skipImageLinks: true,
  ignoreEmbedded: true,
  checksumAlgo: false,
  maxHtmlLengthToParse: 2_000_000,
  maxChildNodes: 20_000,
} as const;

const NO_HEADERS: Headers = new Map();

/** Reads one MIME message as far as it goes; never rejects for what the message holds. */
export async function readMime(raw: Buffer): Promise<MimeMessage> {
  const parser = new MailParser(OPTIONS);
  const streams: AttachmentStream[] = [];
  const bodies: Buffer[] = [];
  let words: MessageText = { type: 'text' };
  let open: Readable | undefined;
  parser.on('error', (error: Error) => open?.destroy(error));
  parser.end(raw);
  let isComplete = true;
  try {
    for await (const item of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (item.type === 'text') {
        words = item;
        continue;
      }
      open = item.content;
      bodies.push(await buffer(open));
      streams.push(item);
      item.release?.();
    }
  } catch {
    isComplete = false;
  }
  const parts = streams.map((stream, index) => foundPart(stream, bodies[index] ?? Buffer.alloc(0), words.html ?? ''));
  const text = await plainText(words);
  return {
    headers: parser.headers || NO_HEADERS,
    dateLine: (parser.headerLines || []).find(({ key }) => key === 'date')?.line,
    ...text,
    parts,
    isComplete,
  };
}

function foundPart(stream: AttachmentStream, bytes: Buffer, html: string): FoundPart {
  const { cid } = stream;
  const isInline = cid !== undefined && [cid, encodeURIComponent(cid)].some((id) => html.includes(`cid:${id}`));
  return { fileName: stream.filename, mediaType: stream.contentType.toLowerCase(), bytes, isInline };
}

async function plainText(words: MessageText): Promise<{ text: string; isTextReadable: boolean }> {
  const isTextReadable = words.textConversionError === undefined;
  if (words.text !== undefined || words.html === undefined) return { text: words.text ?? '', isTextReadable };
  // mailparser converts HTML that stands alone, but not HTML beside pictures only.
  const alone = new MailParser(OPTIONS);
  alone.end(`Content-Type: text/html; charset=utf-8\r\n\r\n${words.html}`);
  for await (const item of alone as AsyncIterable<AttachmentStream | MessageText>) {
    if (item.type === 'text') return { text: item.text ?? '', isTextReadable: item.textConversionError === undefined };
  }
  return { text: '', isTextReadable: false };
}
