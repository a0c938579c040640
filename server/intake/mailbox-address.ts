import type { Mailbox } from '../mail-intake/mailbox.ts';

/** A mailbox of the configuration and the unit whose registry works its messages off. */
export interface IntakeMailbox {
  mailbox: Mailbox;
  /** Numbering code of the unit. */
  unitCode: string;
  /** Short name or id of the agency; needed only where several have such a unit. */
  agency: string | null;
  /** Names the mailbox on screens, without password. */
  address: string;
}

const PORTS: Record<string, number> = { 'imaps:': 993, 'imap:': 143 };
const OWN_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads `imaps://user:password@host:port/folder?unit=CODE`; `imap:` begins in the clear and must change to TLS, except on
 * this machine. Null when it is no such address.
 */
export function readMailboxAddress(text: string): IntakeMailbox | null {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const defaultPort = PORTS[url?.protocol ?? ''];
  const unitCode = url?.searchParams.get('unit') ?? '';
  if (!url || defaultPort === undefined || url.hostname === '' || url.username === '' || unitCode === '') return null;
  const folder = decode(url.pathname.slice(1)) ?? '';
  const user = decode(url.username);
  const password = decode(url.password);
  if (user === null || password === null) return null;
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const mailbox: Mailbox = {
    host,
    port: url.port === '' ? defaultPort : Number(url.port),
    secure: url.protocol === 'imaps:',
    user,
    password,
    folder: folder === '' ? 'INBOX' : folder,
    allowsPlaintext: url.protocol === 'imap:' && OWN_MACHINE.includes(url.hostname),
  };
  return {
    mailbox,
    unitCode,
    agency: url.searchParams.get('agency'),
    address: `${user} (${host}, ${mailbox.folder})`,
  };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
