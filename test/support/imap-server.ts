import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import startHoodiecrow, { type Folder } from 'hoodiecrow-imap';

/** What goes wrong after a command of the client: the line goes dead, or is cut, so many bytes into the answer. */
export interface LineFault {
  readonly command: RegExp;
  readonly kind: 'cut' | 'dead';
  readonly afterBytes: number;
}

export interface ImapServer {
  readonly port: number;
  /** What clients sent, in clear text. */
  readonly commands: string[];
  readonly folder: Folder;
  fault: LineFault | null;
  append(raw: Buffer, arrivedAt?: Date): void;
  close(): Promise<void>;
}

/** A mail server with the user testuser/testpass and one folder INBOX, behind a line that can fail. */
export async function startImapServer(
  messages: { raw: Buffer; uid?: number; arrivedAt?: Date }[],
  isSecure = false,
): Promise<ImapServer> {
  const stored = messages.map(({ raw, uid, arrivedAt }) => ({
    raw: raw.toString('latin1'),
    ...(uid === undefined ? {} : { uid }),
    ...(arrivedAt === undefined ? {} : { internaldate: arrivedAt }),
  }));
  const mail = startHoodiecrow({
    plugins: ['ID', 'NAMESPACE', 'SASL-IR', 'AUTH-PLAIN'],
    secureConnection: isSecure,
    storage: { INBOX: { messages: stored } },
  });
  await new Promise<void>((ready) => mail.listen(0, '127.0.0.1', ready));
  const sockets = new Set<Socket>();
  const line = createServer((client) => {
    const upstream = connect((mail.server.address() as AddressInfo).port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket
        .on('error', () => undefined)
        .on('close', () => {
          client.destroy();
          upstream.destroy();
        });
    }
    join(client, upstream, server);
  });
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready));
  const server: ImapServer = {
    port: (line.address() as AddressInfo).port,
    commands: [],
    folder: mail.getMailbox('INBOX'),
    fault: null,
    append: (raw, arrivedAt = new Date(0)) => mail.appendMessage('INBOX', [], arrivedAt, raw.toString('latin1')),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => line.close(closed));
      await new Promise<void>((closed) => mail.close(closed));
    },
  };
  return server;
}

function join(client: Socket, upstream: Socket, server: ImapServer): void {
  let bytesLeft = Infinity;
  const matches = (text: string) => server.fault?.command.test(text) === true;
  if (matches('greeting')) bytesLeft = server.fault?.afterBytes ?? 0;
  client.on('data', (bytes) => {
    const text = bytes.toString('latin1');
    server.commands.push(text.trim());
    if (matches(text)) bytesLeft = server.fault?.afterBytes ?? 0;
    upstream.write(bytes);
  });
  upstream.on('data', (answer) => {
    // The server says BAD where RFC 3501, 6.3.2 says NO.
    const bytes = Buffer.from(
      answer.toString('latin1').replace(' BAD Invalid mailbox', ' NO Invalid mailbox'),
      'latin1',
    );
    const passed = bytes.subarray(0, Math.min(bytes.length, bytesLeft));
    bytesLeft -= passed.length;
    client.write(passed, () => {
      if (passed.length < bytes.length && server.fault?.kind === 'cut') client.destroy();
    });
  });
}
