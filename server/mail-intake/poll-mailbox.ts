import { ImapFlow, type FetchMessageObject, type SearchObject } from 'imapflow';
import { INTAKE_LIMITS } from './intake-message.ts';
import { listenToServer } from './listen-to-server.ts';
import { MailboxError } from './mailbox-error.ts';
import type { Mailbox, MailboxCursor, PolledMessage } from './mailbox.ts';
import { messageEnvelope } from './message-envelope.ts';

export interface PollOptions {
  /** Called after each message taken, before the next is fetched: write the cursor down here. */
  readonly onAdvance?: (cursor: MailboxCursor) => Promise<void> | void;
  /**
   * Day (YYYY-MM-DD, as the server counts days) where a folder that is read from its beginning starts: with its first
   * message that arrived on or after this day, and everything behind that one. Default: with the first of all.
   */
  readonly startFrom?: string;
  /** Most messages of one poll; default 200. */
  readonly maxMessages?: number;
  /** Larger messages are announced, not fetched; default 50 MB. */
  readonly maxBytes?: number;
  /** How long the server may stay silent; default 30 s. Time spent in `take` does not count. */
  readonly silenceMs?: number;
}

const CONNECT_MS = 30_000;
/** No single answer takes longer, however steadily it trickles. */
const ANSWER_MS = 10 * 60_000;
/** While `take` works nothing is said on the line; our own watch is the stricter one. */
const SOCKET_MS = 60 * 60_000;

/**
 * Gives the messages of a folder behind the cursor to `take`, one by one and in order of arrival, and advances after each.
 * The mailbox stays as it is: it is opened read-only and nothing is marked. A new UIDVALIDITY starts over, so the caller
 * must recognise messages it has seen (by message id and hash).
 * @returns the cursor behind the last message taken
 * @throws MailboxError, errors of imapflow, and whatever `take` and `onAdvance` throw; `describeMailProblem` names them
 */
export async function pollMailbox(
  mailbox: Mailbox,
  from: MailboxCursor,
  take: (message: PolledMessage, cursor: MailboxCursor) => Promise<void>,
  options: PollOptions = {},
): Promise<MailboxCursor> {
  const { maxMessages = 200, maxBytes = INTAKE_LIMITS.rawBytes, silenceMs = 30_000 } = options;
  const client = connection(mailbox, silenceMs, maxBytes);
  const listen = <T>(command: () => Promise<T>) => listenToServer(client, { silenceMs, limitMs: ANSWER_MS }, command);
  try {
    await listen(() => client.connect());
    let cursor = await listen(() => openFolder(client, mailbox.folder, from));
    const wanted = { lastUid: cursor.lastUid, maxMessages, startFrom: options.startFrom };
    for (const uid of await listen(() => uidsAfter(client, wanted))) {
      const message = await listen(() => fetchMessage(client, uid, maxBytes));
      cursor = { ...cursor, lastUid: uid };
      if (message) await take(message, cursor);
      await options.onAdvance?.(cursor);
    }
    await listen(() => client.logout()).catch(() => undefined);
    return cursor;
  } finally {
    client.close();
  }
}

function connection(mailbox: Mailbox, silenceMs: number, maxBytes: number): ImapFlow {
  const { host, port, secure, user, password, rejectUnauthorized = true, allowsPlaintext = false } = mailbox;
  const connectMs = Math.min(CONNECT_MS, silenceMs);
  const client = new ImapFlow({
    host,
    port,
    secure,
    ...(secure || allowsPlaintext ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    tls: { rejectUnauthorized },
    clientInfo: { name: 'Lontar', version: false, vendor: false, 'support-url': false },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: SOCKET_MS,
    maxLiteralSize: maxBytes + 1024,
    maxLineLength: 8 * 1024 * 1024,
    maxResponseSize: maxBytes + 16 * 1024 * 1024,
  });
  // Errors reach us through the command under way; without a listener they would end the process.
  client.on('error', () => undefined);
  return client;
}

async function openFolder(client: ImapFlow, folder: string, from: MailboxCursor): Promise<MailboxCursor> {
  const opened = await client.mailboxOpen(folder, { readOnly: true });
  const uidValidity = Number(opened.uidValidity);
  return uidValidity === from.uidValidity ? from : { uidValidity, lastUid: 0 };
}

/** Ascending. The range `n:*` always holds the last message (RFC 3501, 6.4.8), so the result is filtered. */
async function uidsAfter(
  client: ImapFlow,
  { lastUid, maxMessages, startFrom }: { lastUid: number; maxMessages: number; startFrom: string | undefined },
): Promise<number[]> {
  if (lastUid === 0 && startFrom !== undefined) {
    const [first] = await search(client, { since: new Date(startFrom) });
    if (first === undefined) return [];
    return uidsAfter(client, { lastUid: first - 1, maxMessages, startFrom: undefined });
  }
  const uids = await search(client, { uid: `${lastUid + 1}:*` });
  return uids.filter((uid) => uid > lastUid).slice(0, maxMessages);
}

/** UIDs in ascending order. */
async function search(client: ImapFlow, wanted: SearchObject): Promise<number[]> {
  const uids = await client.search(wanted, { uid: true });
  if (!uids) throw new MailboxError('refused');
  return uids.toSorted((a, b) => a - b);
}

/** Null for a message that somebody deleted meanwhile. */
async function fetchMessage(client: ImapFlow, uid: number, maxBytes: number): Promise<PolledMessage | null> {
  const query = { uid: true, size: true, envelope: true } as const;
  const found = await client.fetchOne(String(uid), query, { uid: true });
  if (!found) return null;
  const sizeBytes = found.size ?? 0;
  if (sizeBytes > maxBytes) return oversize(uid, sizeBytes, found);
  // Asked for one byte more than allowed, for servers that only estimate the size.
  const fetched = await client.fetchOne(String(uid), { source: { start: 0, maxLength: maxBytes + 1 } }, { uid: true });
  if (!fetched) return null;
  if (!fetched.source) throw new MailboxError('incomplete');
  if (fetched.source.length > maxBytes) return oversize(uid, fetched.source.length, found);
  return { uid, raw: fetched.source };
}

function oversize(uid: number, sizeBytes: number, { envelope }: FetchMessageObject): PolledMessage {
  return { uid, tooLarge: true, sizeBytes, envelope: messageEnvelope(envelope) };
}
