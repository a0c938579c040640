const MESSAGES = {
  silent: 'the mail server stays silent',
  refused: 'the mail server refuses to list the folder',
  incomplete: 'the mail server does not give the message it listed',
} as const;

/** What a mail server does wrong without saying so. What was taken until then stays taken. */
export class MailboxError extends Error {
  readonly code: keyof typeof MESSAGES;

  constructor(code: keyof typeof MESSAGES) {
    super(MESSAGES[code]);
    this.name = 'MailboxError';
    this.code = code;
  }
}
