import { cleanText } from './clean-text.ts';
import { Gathering } from './gathering.ts';
import { headerFacts } from './header-facts.ts';
import { INTAKE_LIMITS, type IntakeMessage } from './intake-message.ts';
import { readMime } from './read-mime.ts';

export interface ParseOptions {
  /** False: messages inside the message, Outlook files and winmail.dat are kept closed. */
  readonly opensContainers: boolean;
}

/**
 * Reads a raw e-mail (RFC 5322, MIME). What is broken becomes a problem, never a refusal. For foreign bytes call
 * `parseMessageInChild`.
 */
export async function parseMessage(
  raw: Buffer,
  { opensContainers }: ParseOptions = { opensContainers: true },
): Promise<IntakeMessage> {
  const mime = await readMime(raw);
  const gathering = new Gathering(opensContainers);
  if (!mime.isComplete) gathering.note('message_incomplete');
  if (!mime.isTextReadable) gathering.note('text_unreadable');
  await gathering.take(mime.parts);
  const whole = [mime.text.trim(), ...gathering.texts].filter((text) => text !== '').join('\n\n');
  if (whole.length > INTAKE_LIMITS.textCharacters) gathering.note('text_cut');
  const { attachments, problems } = gathering;
  return {
    ...headerFacts(raw, mime),
    text: cleanText(whole, INTAKE_LIMITS.textCharacters).trim(),
    attachments,
    problems,
  };
}
