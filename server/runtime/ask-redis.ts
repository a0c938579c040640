import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/**
 * Sends commands on one short connection and returns the answers in order, which is all the supervisor needs of a
 * client. A refusal by the server, a closed connection and a passed deadline are errors.
 */
export async function askRedis(url: string, commands: string[][], timeoutMs = 2000): Promise<string[]> {
  const { hostname, port, username, password, protocol } = new URL(url);
  const login =
    password === '' ? [] : [decodeURIComponent(username), decodeURIComponent(password)].filter((part) => part !== '');
  const all = login.length === 0 ? commands : [['AUTH', ...login], ...commands];
  const address = { host: hostname.replace(/^\[|\]$/gu, ''), port: port === '' ? 6379 : Number(port) };
  const socket = protocol === 'rediss:' ? connectTls({ ...address, servername: address.host }) : connectPlain(address);
  const answers = await exchange(socket, all, timeoutMs);
  return login.length === 0 ? answers : answers.slice(1);
}

/** Version of the server, e.g. [7, 0, 15], and its process; throws when it does not answer. */
export async function describeRedis(url: string): Promise<{ version: number[]; pid: number }> {
  const [pong, info = ''] = await askRedis(url, [['PING'], ['INFO', 'server']]);
  if (pong !== 'PONG') throw new Error(`unexpected answer to PING: ${String(pong)}`);
  const version = /^redis_version:(.+)$/mu.exec(info)?.[1] ?? '0';
  const pid = /^process_id:(\d+)/mu.exec(info)?.[1] ?? '0';
  return { version: version.trim().split('.').map(Number), pid: Number(pid) };
}

function exchange(socket: Socket, commands: string[][], timeoutMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const end = (finish: () => void) => {
      socket.destroy();
      finish();
    };
    socket.setTimeout(timeoutMs, () => end(() => reject(new Error(`no answer within ${timeoutMs} ms`))));
    socket.on('error', (error) => end(() => reject(error)));
    socket.on('close', () => reject(new Error('connection closed')));
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const { answers, refusal } = readAnswers(received);
      if (refusal !== undefined) end(() => reject(new Error(refusal)));
      else if (answers.length >= commands.length) end(() => resolve(answers));
    });
    socket.write(commands.map(encode).join(''));
  });
}

function encode(command: string[]): string {
  return `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;
}

/** Complete answers so far: simple strings, numbers, errors and bulk strings of the RESP protocol. */
function readAnswers(received: Buffer): { answers: string[]; refusal?: string } {
  const answers: string[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = received.indexOf('\r\n', at);
    if (lineEnd < 0) return { answers };
    const line = received.toString('utf8', at + 1, lineEnd);
    const kind = String.fromCharCode(received[at] ?? 0);
    if (kind === '-') return { answers, refusal: line };
    at = lineEnd + 2;
    if (kind === '$') {
      const end = at + Number(line);
      if (received.length < end + 2) return { answers };
      answers.push(received.toString('utf8', at, end));
      at = end + 2;
    } else answers.push(line);
  }
}
