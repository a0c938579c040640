import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { EndpointShape, InputOf, OutputOf } from './contract.ts';
import type { CommandKey, Deps, DeskActor, SessionActor, Visitor } from './deps.ts';
import { AppError, ERRORS, type ErrorCode, type FieldProblem } from './errors.ts';
import { TypesetError } from './pdf/typeset-error.ts';
import { withUpload } from './upload.ts';

/** The actor an endpoint's access level grants. */
export type ActorOf<E extends EndpointShape> = E['access'] extends 'desk'
  ? DeskActor
  : E['access'] extends 'session'
    ? SessionActor
    : Visitor;

export type Verb<E extends EndpointShape> = (deps: Deps, actor: ActorOf<E>, input: InputOf<E>) => Promise<OutputOf<E>>;

/** Bytes for the browser instead of JSON. */
export interface FileReply {
  bytes: Uint8Array | Readable;
  mediaType: string;
  fileName: string;
  disposition: 'inline' | 'attachment';
  /** `private, max-age=...` for immutable things; default is no-store. */
  cacheControl?: string;
}
export type FileVerb<E extends EndpointShape> = (
  deps: Deps,
  actor: ActorOf<E>,
  input: InputOf<E>,
) => Promise<FileReply>;
export type UploadVerb<E extends EndpointShape> = (
  deps: Deps,
  actor: ActorOf<E>,
  input: InputOf<E> & { bytes: Buffer },
) => Promise<OutputOf<E>>;

/** Who the request comes from: supplied by accounts, so that http knows nothing of sessions. */
export interface Authenticator {
  session(deps: Deps, request: Request, visitor: Visitor): Promise<SessionActor>;
  desk(deps: Deps, request: Request, visitor: Visitor): Promise<DeskActor>;
}

export interface Binder {
  router: Router;
  deps: Deps;
  authenticator: Authenticator;
  /** Paths mounted so far, for the guard that every endpoint is reachable. */
  mounted: Set<EndpointShape>;
}

/** Mounts a JSON operation. */
export function bind<const E extends EndpointShape>(binder: Binder, shape: E, verb: Verb<E>): void {
  mount(binder, shape, async (request, response, actor) => {
    const input = parseInput(shape, request) as InputOf<E>;
    const output = await verb(binder.deps, actor as ActorOf<E>, input);
    response.status(shape.status ?? 200).json(shape.response.parse(output));
  });
}

/** Mounts an operation that answers with bytes. */
export function bindFile<const E extends EndpointShape>(binder: Binder, shape: E, verb: FileVerb<E>): void {
  mount(binder, shape, async (request, response, actor) => {
    const reply = await verb(binder.deps, actor as ActorOf<E>, parseInput(shape, request) as InputOf<E>);
    response.status(200);
    response.setHeader('Content-Type', reply.mediaType);
    response.setHeader('Content-Disposition', contentDisposition(reply.disposition, reply.fileName));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', reply.cacheControl ?? 'private, no-store');
    if (reply.mediaType !== 'application/pdf')
      response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    if (reply.bytes instanceof Readable) await pipeline(reply.bytes, response);
    else response.end(reply.bytes);
  });
}

/** Mounts an operation whose request body is a file; the size cap holds while the bytes stream in. */
export function bindUpload<const E extends EndpointShape>(binder: Binder, shape: E, verb: UploadVerb<E>): void {
  mount(binder, shape, async (request, response, actor) => {
    const input = parseInput(shape, request);
    const output = await withUpload(request, shape, (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if ('command' in actor) actor.command.requestHash = hashOf(`${askedFor(request)} ${hash}`);
      return verb(binder.deps, actor as ActorOf<E>, { ...input, bytes } as InputOf<E> & { bytes: Buffer });
    });
    response.status(shape.status ?? 200).json(shape.response.parse(output));
  });
}

/** Mounts a server-sent event stream; the verb owns the response from then on. */
export function bindStream<const E extends EndpointShape>(
  binder: Binder,
  shape: E,
  verb: (deps: Deps, actor: ActorOf<E>, request: Request, response: Response) => Promise<void>,
): void {
  mount(binder, shape, (request, response, actor) => verb(binder.deps, actor as ActorOf<E>, request, response));
}

type AnyActor = Visitor | SessionActor | DeskActor;

function mount(
  binder: Binder,
  shape: EndpointShape,
  handle: (request: Request, response: Response, actor: AnyActor) => Promise<void>,
): void {
  binder.mounted.add(shape);
  binder.router[shape.method](shape.path, (request: Request, response: Response, next: NextFunction) => {
    const answer = async () => {
      if (shape.method !== 'get') refuseForeign(request, shape, new URL(binder.deps.config.publicUrl).host);
      const actor = await identify(binder, shape, request);
      await handle(request, response, actor);
    };
    answer().catch(next);
  });
}

async function identify(binder: Binder, shape: EndpointShape, request: Request): Promise<AnyActor> {
  const visitor = visitorOf(request);
  if (shape.access === 'public') return visitor;
  if (shape.access === 'session') return binder.authenticator.session(binder.deps, request, visitor);
  const desk = await binder.authenticator.desk(binder.deps, request, visitor);
  if (shape.method !== 'get') desk.command = readCommandKey(shape, request);
  return desk;
}

function visitorOf(request: Request): Visitor {
  return {
    requestId: String(request.res?.locals['requestId'] ?? ''),
    ip: request.ip ?? '',
    userAgent: (request.get('user-agent') ?? '').slice(0, 300),
    setCookie: (value) => request.res?.append('Set-Cookie', value),
  };
}

/** The hash of an upload is known only after its bytes: {@link bindUpload} fills it in. */
function readCommandKey(shape: EndpointShape, request: Request): CommandKey {
  const key = request.get('idempotency-key') ?? '';
  if (key.length < 8 || key.length > 100) throw new AppError('idempotency_key_missing');
  const isUpload = shape.uploadLimitBytes !== undefined;
  const body: unknown = request.body;
  return { key, requestHash: isUpload ? '' : hashOf(`${askedFor(request)} ${JSON.stringify(body ?? null)}`) };
}

/** The desk is part of what was asked: another desk of the same person does not get this one's answer. */
const askedFor = (request: Request) =>
  `${request.method} ${request.originalUrl} ${request.get('lontar-appointment') ?? ''}`;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** State changes come only from our own pages: other origins, form posts and plain text are refused. */
function refuseForeign(request: Request, shape: EndpointShape, publicHost: string): void {
  const site = request.get('sec-fetch-site') ?? 'none';
  const origin = request.get('origin');
  const isForeign = origin !== undefined && !isOwnOrigin(origin, [publicHost, request.get('host') ?? '']);
  if (isForeign || (site !== 'same-origin' && site !== 'none')) throw new AppError('foreign_origin');
  const isUpload = shape.uploadLimitBytes !== undefined;
  const expected = isUpload ? 'application/octet-stream' : 'application/json';
  if ((shape.body !== undefined || isUpload || hasBody(request)) && !request.is(expected))
    throw new AppError('unsupported_media');
}

function hasBody(request: Request): boolean {
  return request.get('transfer-encoding') !== undefined || (request.get('content-length') ?? '0') !== '0';
}

/** A proxy may rewrite Host, so the public address counts as well. */
function isOwnOrigin(origin: string, ownHosts: readonly string[]): boolean {
  try {
    return ownHosts.includes(new URL(origin).host);
  } catch {
    return false;
  }
}

function parseInput(shape: EndpointShape, request: Request): Record<string, unknown> {
  return {
    ...parsePart(shape.params, request.params, 'not_found'),
    ...parsePart(shape.query, storableQuery(request.query), 'invalid_input'),
    ...parsePart(shape.body, request.body ?? {}, 'invalid_input'),
  };
}

function parsePart(schema: z.ZodObject | undefined, value: unknown, code: ErrorCode): Record<string, unknown> {
  if (!schema) return {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (code === 'not_found') throw new AppError('not_found');
  throw new AppError('invalid_input', { fields: fieldProblems(parsed.error) });
}

function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.slice(0, 50).map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
}

/** RFC 6266 with an ASCII fallback beside the UTF-8 name. */
function contentDisposition(kind: string, fileName: string): string {
  const clean = fileName.replace(/[\u0000-\u001f\u007f/\\]/gu, ' ').trim() || 'berkas';
  const ascii = clean.replace(/[^\x20-\x7e]/gu, '_').replace(/"/gu, "'");
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(clean).replace(/['()*]/gu, escapeChar)}`;
}

const escapeChar = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

/** Problem details (RFC 9457) for everything that goes wrong; the unexpected is logged, never shown. */
export function problemHandler(deps: Deps) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const known = asAppError(error);
    const requestId = String(response.locals['requestId'] ?? '');
    if (known.code === 'internal') deps.log.error({ err: error, requestId, path: request.path }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { status, title } = ERRORS[known.code];
    if (known.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(known.retryAfterSeconds));
    response
      .status(status)
      .type('application/problem+json')
      .setHeader('Cache-Control', 'no-store')
      .send(
        JSON.stringify({
          type: `/galat/${known.code}`,
          status,
          code: known.code,
          title,
          detail: known.detail ?? title,
          ...(known.fields.length > 0 ? { fields: known.fields } : {}),
          requestId,
        }),
      );
    // What the client still sends is thrown away, so that it gets to read the answer; the request timeout bounds it.
    if (!request.complete) request.resume();
  };
}

const TYPESET_RETRY_SECONDS = 3;

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TypesetError && error.isPassing)
    return new AppError('unavailable', { detail: error.message, retryAfterSeconds: TYPESET_RETRY_SECONDS });
  const type = error instanceof Error && 'type' in error ? String(error.type) : '';
  if (type === 'entity.too.large') return new AppError('payload_too_large');
  if (type.startsWith('entity.') || type.startsWith('encoding.') || type.startsWith('charset.'))
    return new AppError('malformed_request');
  if (error instanceof URIError) return new AppError('not_found');
  return new AppError('internal');
}

/** What no text column and no `jsonb` takes: NUL and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Cs}/gu;
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(UNSTORABLE, '') : value;

function storableQuery(query: Request['query']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, storable(key, value)]));
}

/** JSON bodies up to 1 MB; anything else is left to upload endpoints. */
export const jsonBody = express.json({ limit: '1mb', strict: true, type: 'application/json', reviver: storable });
