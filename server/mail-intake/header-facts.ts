import { createHash } from 'node:crypto';
import type { AddressObject, EmailAddress, Headers } from 'mailparser';
import { cleanLine } from './clean-text.ts';
import type { IntakeHeader } from './intake-message.ts';
import type { MimeMessage } from './read-mime.ts';

const MAX_ID = 500;
const MAX_LINE = 998;
const MAX_ADDRESS = 320;

/** The facts of a message that nothing can be read of. */
export function unknownHeader(raw: Buffer): IntakeHeader {
  const rawSha256 = createHash('sha256').update(raw).digest('hex');
  return {
    messageId: `sha256:${rawSha256}`,
    rawSha256,
    fromName: null,
    fromAddress: null,
    subject: null,
    sentAt: null,
  };
}

export function headerFacts(
  raw: Buffer,
  { headers, dateLine }: Pick<MimeMessage, 'headers' | 'dateLine'>,
): IntakeHeader {
  const unknown = unknownHeader(raw);
  const from = firstAddress(headers.get('from') as AddressObject | undefined);
  return {
    ...unknown,
    messageId: messageIdOf(headers) ?? unknown.messageId,
    fromName: cleanLine(from?.name, MAX_LINE),
    fromAddress: cleanLine(from?.address, MAX_ADDRESS),
    subject: cleanLine(headers.get('subject') as string | undefined, MAX_LINE),
    sentAt: sentAt(dateLine),
  };
}

function messageIdOf(headers: Headers): string | null {
  const line = cleanLine(headers.get('message-id') as string | undefined, MAX_ID + 2);
  const id = line?.replaceAll(/[<>\s]/g, '');
  return id === undefined || id === '' || id.length > MAX_ID ? null : id;
}

function firstAddress(from: AddressObject | undefined): EmailAddress | undefined {
  const entries = from?.value.flatMap((entry) => entry.group ?? [entry]) ?? [];
  return entries.find(({ address }) => address !== undefined && address !== '') ?? entries[0];
}

/** RFC 5322, 3.3; comments are left out, and years that no database column holds are unknown. */
function sentAt(dateLine: string | undefined): Date | null {
  const value = dateLine
    ?.replace(/^[^:]*:/, '')
    .replaceAll(/\([^()]*\)|\s+/g, ' ')
    .trim();
  if (value === undefined || value === '') return null;
  const date = new Date(value);
  return date.getTime() >= 0 && date.getUTCFullYear() <= 9999 ? date : null;
}
