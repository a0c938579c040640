/** How to reach the folder that letters arrive in. */
export interface Mailbox {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. Else STARTTLS, which the server must offer unless `allowsPlaintext`. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** Default true. */
  readonly rejectUnauthorized?: boolean;
  /** The password may cross the network unencrypted; only for a server on the same machine. Default false. */
  readonly allowsPlaintext?: boolean;
}

/** How far a folder has been read. UIDs count within one UIDVALIDITY (RFC 3501, 2.3.1.1). */
export interface MailboxCursor {
  readonly uidValidity: number;
  /** The last message taken; 0 before the first. */
  readonly lastUid: number;
}

/** Before the first poll: 0 is no UIDVALIDITY. */
export const UNREAD_MAILBOX: MailboxCursor = { uidValidity: 0, lastUid: 0 };

export interface WholeMessage {
  readonly uid: number;
  readonly raw: Buffer;
  readonly tooLarge?: never;
}

/** Too large to be fetched; the envelope lets the clerk find it in the mailbox. */
export interface OversizeMessage {
  readonly uid: number;
  readonly tooLarge: true;
  readonly sizeBytes: number;
  readonly envelope: MessageEnvelope;
}

export interface MessageEnvelope {
  /** Without angle brackets. */
  readonly messageId: string | null;
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly subject: string | null;
  readonly sentAt: Date | null;
}

export type PolledMessage = WholeMessage | OversizeMessage;
