declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  export interface StoredMessage {
    raw: string;
    uid?: number;
    flags?: string[];
  }

  export interface Folder {
    messages: StoredMessage[];
    uidvalidity: number;
  }

  interface Hoodiecrow {
    listen(port: number, host: string, ready: () => void): void;
    close(closed: () => void): void;
    appendMessage(folder: string, flags: string[], date: Date, raw: string): void;
    getMailbox(path: string): Folder;
    server: Server;
  }

  export default function start(options: {
    plugins: string[];
    secureConnection: boolean;
    storage: Record<string, Partial<Folder>>;
  }): Hoodiecrow;
}
