import type { Config } from '../config.ts';
import type { Authority } from './authority/authority.ts';
import { handleTimestampRequest } from './authority/handle-timestamp-request.ts';
import type { RequestTimestamp, TrustSource } from './deps.ts';
import { requestTimestamp } from './pades/request-timestamp.ts';

const TIMEOUT_MS = 10_000;

/** Asks the configured RFC 3161 service; its certificate must chain to a trusted root. */
export function openTimestampClient(config: Pick<Config, 'timestampUrl'>, trust: TrustSource): RequestTimestamp {
  return async (digest) =>
    requestTimestamp(config.timestampUrl, digest, {
      timeoutMs: TIMEOUT_MS,
      trustAnchors: await trust.anchors(),
    });
}

/** The demonstration authority in this process, at a clock of its own: for letters that are written in the past. */
export function openLocalTimestamps(authority: Authority, now: () => Date): RequestTimestamp {
  const answer: typeof fetch = async (_url, init) => {
    const asked = new Uint8Array(await new Response(init?.body ?? null).arrayBuffer());
    const reply = handleTimestampRequest(authority, asked, now());
    return new Response(Buffer.from(reply), { headers: { 'content-type': 'application/timestamp-reply' } });
  };
  return (digest) =>
    requestTimestamp('http://127.0.0.1/tsa', digest, {
      timeoutMs: TIMEOUT_MS,
      fetch: answer,
      trustAnchors: [authority.root.certificate.toString()],
    });
}
