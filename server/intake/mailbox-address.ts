import type { Mailbox } from '../mail-intake/mailbox.ts';

/** A mailbox of the configuration and the unit whose registry works its messages off. */
export interface IntakeMailbox {
  mailbox: Mailbox;
  /** Numbering code of the unit. */
  unitCode: string;
  /** Short name or id of the agency; needed only where several have such a unit. */
  agency: string | null;
  /** The first poll takes what arrived in so many days before it; what is older stays in the mailbox, untaken. */
  firstDays: number;
  /** Names the mailbox on screens, without password. */
  address: string;
}

const PORTS: Record<string, number> = { 'imaps:': 993, 'imap:': 143 };
const DEFAULT_FIRST_DAYS = 14;
const OWN_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads `imaps://user:password@host:port/folder?unit=CODE`; `imap:` begins in the clear and must change to TLS, except on
 * this machine. `&days=30` takes more than the default of the past with the first poll. Null when it is no such address.
 */
export function readMailboxAddress(text: string): IntakeMailbox | null {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const unitCode = url?.searchParams.get('unit') ?? '';
  const mailbox = url && readMailbox(url);
  const firstDays = url?.searchParams.get('days') ?? String(DEFAULT_FIRST_DAYS);
  if (!mailbox || unitCode === '' || !/^\d{1,5}$/u.test(firstDays)) return null;
  const { user, host, folder } = mailbox;
  return {
    mailbox,
    unitCode,
    agency: url.searchParams.get('agency'),
    firstDays: Number(firstDays),
    address: `${user} (${host}, ${folder})`,
  };
}

function readMailbox(url: URL): Mailbox | null {
  const defaultPort = PORTS[url.protocol];
  const [user, password, folder] = [url.username, url.password, url.pathname.slice(1)].map(decode);
  if (defaultPort === undefined || url.hostname === '' || !user || password === undefined) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: Number(url.port) || defaultPort,
    secure: url.protocol === 'imaps:',
    user,
    password,
    folder: folder || 'INBOX',
    allowsPlaintext: url.protocol === 'imap:' && OWN_MACHINE.includes(url.hostname),
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
