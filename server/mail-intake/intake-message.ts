import type { IntakeProblem } from './intake-problem.ts';

/** Bounds of one message; what lies beyond them is left out and named among the problems. */
export const INTAKE_LIMITS = {
  rawBytes: 50 * 1024 * 1024,
  attachments: 50,
  attachmentBytes: 100 * 1024 * 1024,
  /** Messages inside messages, Outlook files and winmail.dat alike. */
  depth: 3,
  textCharacters: 200_000,
  problems: 100,
} as const;

/** What carried the attachment: the message itself, a message inside it, a winmail.dat or an Outlook file. */
export type AttachmentOrigin = 'attachment' | 'embedded_message' | 'tnef' | 'outlook';

export interface IntakeAttachment {
  /** Safe to show and to store; its ending agrees with `mediaType`. */
  readonly fileName: string;
  /** By the first bytes, never by the sender's word. */
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly origin: AttachmentOrigin;
  /** PDF, JPEG, PNG or TIFF: can become pages of a letter. Everything else is only kept for the clerk to open. */
  readonly isReadable: boolean;
}

/** What a message says about itself. Null where it says nothing, or nothing that can be read. */
export interface IntakeHeader {
  /** Without angle brackets; `sha256:<hex>` of the raw bytes when the message has none. */
  readonly messageId: string;
  readonly rawSha256: string;
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly subject: string | null;
  readonly sentAt: Date | null;
}

export interface IntakeMessage extends IntakeHeader {
  /** Plain text of the message, then of the messages inside it. */
  readonly text: string;
  readonly attachments: IntakeAttachment[];
  readonly problems: IntakeProblem[];
}
