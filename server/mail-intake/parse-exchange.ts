import type { IntakeAttachment, IntakeMessage } from './intake-message.ts';
import type { ParseOptions } from './parse-message.ts';

/** What the parent sends to the child that parses. */
export interface ParseRequest extends ParseOptions {
  readonly raw: Buffer;
}

/** What comes back: each attachment alone, so that none waits for the others in memory, then the rest. */
export type ParseReply =
  | { readonly type: 'attachment'; readonly attachment: IntakeAttachment }
  | { readonly type: 'message'; readonly message: Omit<IntakeMessage, 'attachments'> };
