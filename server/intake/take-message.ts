import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, SystemActor } from '../deps.ts';
import { recordBlob, type StoredBlob } from '../files/files.ts';
import type { IntakeAttachment, IntakeMessage } from '../mail-intake/intake-message.ts';
import { intakeProblem } from '../mail-intake/intake-problem.ts';
import type { MailboxCursor, OversizeMessage, PolledMessage } from '../mail-intake/mailbox.ts';
import { parseMessageInChild } from '../mail-intake/parse-message-in-child.ts';
import { enqueue } from '../outbox.ts';
import { insertMessage, listTaken, lockMailbox, setCursor, type TakenRow } from './mail-queries.ts';
import { insertFile, insertIntake } from './queries.ts';
import { tellRegistry } from './tell-registry.ts';

/** The mailbox a message comes from, and the unit whose queue it goes to. */
export interface MessageSource {
  agencyId: string;
  mailboxId: string;
  unitId: string;
}

interface StoredMessage extends Omit<IntakeMessage, 'attachments'> {
  /** The bytes as they came; null for a message too large to fetch. */
  raw: StoredBlob | null;
  files: (Omit<IntakeAttachment, 'bytes'> & StoredBlob)[];
}

/** Where something of a message could not be taken, the clerk gets the message itself. */
const ORIGINAL = {
  fileName: 'surel-asli.eml',
  mediaType: 'message/rfc822',
  origin: 'attachment',
  isReadable: false,
} as const;

/**
 * Makes one queue item of one message, exactly once: known by its Message-ID and by its bytes, also when two processes
 * poll at once. The cursor moves in the same transaction.
 * @throws MailIntakeError when no process can be started that reads the message
 */
export async function takeMessage(
  deps: Deps,
  source: MessageSource,
  message: PolledMessage,
  cursor: MailboxCursor,
): Promise<void> {
  const stored = message.tooLarge
    ? announced(message, source, cursor)
    : await storeParts(deps, source.agencyId, message.raw);
  await deps.checkpoint?.('mail-parsed');
  await deps.db.transaction({ agencyId: source.agencyId }, async (tx) => {
    const { agencyId, mailboxId } = source;
    await lockMailbox(tx, { agencyId, mailboxId });
    await setCursor(tx, { agencyId, mailboxId, uidValidity: String(cursor.uidValidity), lastUid: cursor.lastUid });
    const taken = await listTaken(tx, { ...stored, agencyId, mailboxId });
    if (!taken.some((known) => isSame(known, stored)))
      await insertItem(tx, deps, source, { stored, isIdUsed: taken.length > 0 });
  });
}

/** A Message-ID that comes again with other content is not the same letter: ids are the sender's word. */
function isSame(known: TakenRow, stored: StoredMessage): boolean {
  if (known.rawSha256 === stored.rawSha256) return true;
  const files = stored.files.filter(({ mediaType }) => mediaType !== ORIGINAL.mediaType).map(({ sha256 }) => sha256);
  const isSameText = known.mailSubject === stored.subject && known.mailText === stored.text;
  return isSameText && known.files.join() === files.join();
}

async function storeParts(deps: Deps, agencyId: string, bytes: Buffer): Promise<StoredMessage> {
  const { attachments, ...message } = await parseMessageInChild(bytes);
  const raw = await deps.files.write(agencyId, bytes);
  const files: StoredMessage['files'] = [];
  for (const { bytes: content, ...attachment } of attachments)
    files.push({ ...attachment, ...(await deps.files.write(agencyId, content)) });
  if (message.problems.length > 0) files.push({ ...ORIGINAL, ...raw });
  return { ...message, raw, files };
}

function announced(message: OversizeMessage, { mailboxId }: MessageSource, cursor: MailboxCursor): StoredMessage {
  const place = `${mailboxId}:${String(cursor.uidValidity)}:${String(message.uid)}`;
  const rawSha256 = createHash('sha256').update(place).digest('hex');
  return {
    ...message.envelope,
    messageId: message.envelope.messageId ?? `sha256:${rawSha256}`,
    rawSha256,
    text: '',
    problems: [intakeProblem('message_too_large')],
    raw: null,
    files: [],
  };
}

async function insertItem(
  tx: Tx,
  deps: Deps,
  { agencyId, mailboxId, unitId }: MessageSource,
  { stored, isIdUsed }: { stored: StoredMessage; isIdUsed: boolean },
): Promise<void> {
  const now = deps.now();
  const intakeId = uuidv7();
  const isReadable = stored.files.some((file) => file.isReadable);
  await insertIntake(tx, {
    ...{ agencyId, id: intakeId, unitId, source: 'email', positionId: null, personId: null, now },
    state: isReadable ? 'reading' : 'ready',
    title: stored.subject ?? 'Surel tanpa perihal',
    mailFrom: senderOf(stored),
    mailSubject: stored.subject,
    mailText: stored.text,
    problems: stored.problems.map(({ message, fileName }) => (fileName === null ? message : `${fileName}: ${message}`)),
  });
  for (const [index, { fileName, mediaType, isReadable: shows, ...blob }] of stored.files.entries()) {
    await recordBlob(tx, { ...blob, agencyId, mediaType }, { kind: 'intake_file', id: intakeId, now });
    await insertFile(tx, {
      ...{ agencyId, intakeId, fileName, mediaType },
      ...blob,
      ordinal: index + 1,
      isReadable: shows,
    });
  }
  const id = uuidv7();
  const messageId = isIdUsed ? `sha256:${stored.rawSha256}` : stored.messageId;
  await insertMessage(tx, { agencyId, id, mailboxId, messageId, rawSha256: stored.rawSha256, intakeId, now });
  if (stored.raw !== null)
    await recordBlob(tx, { ...stored.raw, agencyId, mediaType: 'message/rfc822' }, { kind: 'intake_message', id, now });
  if (isReadable) await enqueue(tx, agencyId, 'intake.read', { intakeId, version: 1 }, { now });
  await tellRegistry(tx, { agencyId, intakeId, unitId, now });
  const actor: SystemActor = { kind: 'system', agencyId, job: 'intake.poll' };
  const detail = { source: 'email', messageId: stored.messageId, sha256: stored.rawSha256 };
  await recordEvents(tx, deps, actor, [{ action: 'incoming.received', letterId: intakeId, detail }]);
}

function senderOf({ fromName, fromAddress }: StoredMessage): string | null {
  if (fromName === null || fromAddress === null) return fromName ?? fromAddress;
  return `${fromName} <${fromAddress}>`;
}
