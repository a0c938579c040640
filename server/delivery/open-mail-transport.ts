import type { Config } from '../config.ts';
import type { Db } from '../db.ts';
import { openDemoTransport } from './demo-transport.ts';
import type { MailTransport } from './mail-transport.ts';
import { openSmtpTransport } from './smtp-transport.ts';

/** SMTP where it is configured, else the demonstration mailbox. */
export function openMailTransport(config: Config, db: Db, now: () => Date): MailTransport {
  const { smtpUrl, mailFrom } = config;
  return smtpUrl === undefined ? openDemoTransport(config, db, now) : openSmtpTransport({ smtpUrl, mailFrom }, now);
}
