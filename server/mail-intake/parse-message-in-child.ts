import { startChild, watchChild, type ChildLimits } from '../child-process.ts';
import { unknownHeader } from './header-facts.ts';
import { INTAKE_LIMITS, type IntakeAttachment, type IntakeMessage } from './intake-message.ts';
import { intakeProblem, type IntakeProblemCode } from './intake-problem.ts';
import type { ParseReply, ParseRequest } from './parse-exchange.ts';

const LIMITS: ChildLimits = { timeoutMs: 60_000, memoryBytes: 900_000_000 };

/** No process could be started: this machine's fault, not the message's. Worth another try later. */
export class MailIntakeError extends Error {
  constructor(cause: unknown) {
    super('Proses pembaca surel tidak dapat dijalankan. Coba lagi sebentar lagi.', { cause });
    this.name = 'MailIntakeError';
  }
}

/**
 * Reads a raw e-mail in a child process with limits of time and memory. When the child dies or has to be stopped, a second
 * one leaves messages inside the message closed; when that fails too, nothing but the hash is known and `problems` says so.
 * @throws MailIntakeError only when no process can be started
 */
export async function parseMessageInChild(raw: Buffer, limits: Partial<ChildLimits> = {}): Promise<IntakeMessage> {
  if (raw.length > INTAKE_LIMITS.rawBytes) return unreadable(raw, 'message_too_large');
  const bounds = { ...LIMITS, ...limits };
  return (
    (await runChild({ raw, opensContainers: true }, bounds)) ??
    (await runChild({ raw, opensContainers: false }, bounds)) ??
    unreadable(raw, 'message_unreadable')
  );
}

function unreadable(raw: Buffer, code: IntakeProblemCode): IntakeMessage {
  return { ...unknownHeader(raw), text: '', attachments: [], problems: [intakeProblem(code)] };
}

/** Null when the child gave no answer. */
function runChild(request: ParseRequest, limits: ChildLimits): Promise<IntakeMessage | null> {
  const child = startChild(new URL('./parse-process', import.meta.url));
  const stop = watchChild(child, limits);
  const attachments: IntakeAttachment[] = [];
  return new Promise<IntakeMessage | null>((resolve, reject) => {
    child.on('message', (reply: ParseReply) => {
      if (reply.type === 'attachment') attachments.push(reply.attachment);
      else resolve({ ...reply.message, attachments });
    });
    child.on('error', (error) => reject(new MailIntakeError(error)));
    child.on('exit', () => resolve(null));
    child.send(request, () => undefined);
  }).finally(stop);
}
