import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import { buildMessage } from './build-message.ts';
import { MailRefused, type MailTransport } from './mail-transport.ts';

const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** Hands mails to the configured SMTP server. A 5xx answer is final, anything else may be tried again. */
export function openSmtpTransport(
  config: Pick<Config, 'mailFrom'> & { smtpUrl: string },
  now: () => Date,
): MailTransport {
  const transport = createTransport({ url: config.smtpUrl, ...TIMEOUTS });
  return {
    async send(mail) {
      try {
        await transport.sendMail(buildMessage(mail, config.mailFrom, now()));
      } catch (error) {
        throw asRefusal(error);
      }
    },
  };
}

// A 5xx to the log-in or the greeting is our own fault, not the addressee's.
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { responseCode, response, code } = error as Error & {
    responseCode?: number;
    response?: string;
    code?: string;
  };
  if (responseCode === undefined || responseCode < 500 || !ABOUT_THE_MAIL.has(code ?? '')) return error;
  return new MailRefused((response ?? String(responseCode)).slice(0, 200), { cause: error });
}
