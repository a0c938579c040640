import type { MessageEnvelopeObject } from 'imapflow';
import { cleanLine } from './clean-text.ts';
import type { MessageEnvelope } from './mailbox.ts';

const UNKNOWN: MessageEnvelope = {
  messageId: null,
  fromName: null,
  fromAddress: null,
  subject: null,
  sentAt: null,
};

/** What the server read out of a message that is too large to fetch. */
export function messageEnvelope(envelope: MessageEnvelopeObject | undefined): MessageEnvelope {
  if (envelope === undefined) return UNKNOWN;
  const { from: senders, date } = envelope;
  const from = senders?.[0];
  return {
    messageId: cleanLine(envelope.messageId?.replaceAll(/[<>\s]/g, ''), 500),
    fromName: cleanLine(from?.name, 998),
    fromAddress: cleanLine(from?.address, 320),
    subject: cleanLine(envelope.subject, 998),
    sentAt: date instanceof Date && !Number.isNaN(date.getTime()) ? date : null,
  };
}
