/** One e-mail ready to be handed over. `messageId` is fixed, so a second hand-over is recognisable as the same mail. */
export interface OutgoingMail {
  agencyId: string;
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  attachment: { fileName: string; bytes: Uint8Array } | null;
}

/** Resolves once the next server has taken responsibility for the mail; rejects otherwise. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>;
}

/** The next server said no for good (SMTP 5xx): trying again is of no use. */
export class MailRefused extends Error {
  /** The server's own words, shortened. */
  readonly reply: string;

  constructor(reply: string, options?: ErrorOptions) {
    super(`mail refused: ${reply}`, options);
    this.name = 'MailRefused';
    this.reply = reply;
  }
}
